namespace ResNet.Tests.Reference;

/// <summary>What one pass in training mode gives; gradients by parameter name, row-major.</summary>
public sealed record ReferencePass
{
    /// <summary>One row per sample.</summary>
    public required double[][] Output { get; init; }

    public required double Loss { get; init; }

    public required OrderedDictionary<string, double[]> Gradients { get; init; }

    /// <summary>One row per sample.</summary>
    public required double[][] InputGradient { get; init; }

    /// <summary>With batch norm: the running statistics after this pass, from mean 0 and variance 1; else empty.</summary>
    public required OrderedDictionary<string, double[]> Running { get; init; }

    /// <summary>The smallest variance that anything was normalized by; infinite where nothing was.</summary>
    public required double SmallestVariance { get; init; }

    /// <summary>How near an input of a ReLU or leaky ReLU that moves came to 0; infinite where there is none.</summary>
    public required double KinkDistance { get; init; }
}
