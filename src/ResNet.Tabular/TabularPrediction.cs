namespace ResNet.Tabular;

/// <summary>The prediction for a row.</summary>
public sealed class TabularPrediction
{
    /// <summary>The name of the most probable class; null in regression.</summary>
    public string? Class { get; internal init; }

    /// <summary>The probability of each class, in the order of the model's classes; empty in regression.</summary>
    public IReadOnlyList<float> Probabilities { get; internal init; } = [];

    /// <summary>The predicted number, in the label's own units; NaN in classification.</summary>
    public float Value { get; internal init; } = float.NaN;
}
