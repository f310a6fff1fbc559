namespace ResNet.Tests.Reference;

/// <summary>The settings of an optimizer in a golden file; those its kind does not have are zero.</summary>
public sealed record GoldenOptimizer
{
    /// <summary><c>sgd</c>, <c>adam</c> or <c>adamw</c>.</summary>
    public required string Kind { get; init; }

    public required double LearningRate { get; init; }

    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public double WeightDecay { get; init; }

    public double Beta1 { get; init; }

    public double Beta2 { get; init; }

    public double Epsilon { get; init; }

    /// <summary>The largest global norm of the gradient, if it is clipped.</summary>
    public double? ClipNorm { get; init; }
}
