namespace ResNet.Tests.Reference;

/// <summary>Ten full-batch steps of one optimizer from a golden network's parameters and fresh running statistics.</summary>
public sealed record GoldenTraining
{
    public required GoldenOptimizer Optimizer { get; init; }

    /// <summary>The loss of each step, before its update.</summary>
    public required double[] Losses { get; init; }

    /// <summary>The parameters after the last step, by name.</summary>
    public required OrderedDictionary<string, ParameterArray> ParametersAfter { get; init; }
}
