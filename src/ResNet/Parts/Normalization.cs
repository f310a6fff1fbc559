namespace ResNet;

/// <summary>The normalization N of the activations that enter an activation function.</summary>
public enum Normalization
{
    /// <summary>N(z) = z.</summary>
    None,

    /// <summary>
    /// Batch norm (Ioffe and Szegedy 2015): N(z) = γ(z − μ)/√(σ² + ε) + β with each feature's mean μ and biased variance
    /// σ² over the batch, ε = 1e-5. For inference the running mean and the running unbiased variance take their place
    /// (momentum 0.1). Needs at least two samples in training.
    /// </summary>
    Batch,

    /// <summary>
    /// Layer norm (Ba et al. 2016): the same formula, with mean and biased variance over each sample's features,
    /// ε = 1e-5, in training and inference alike.
    /// </summary>
    Layer,
}

internal static class NormalizationKinds
{
    /// <summary>Whether statistics of training batches are kept for inference, which needs two samples in a batch.</summary>
    public static bool HasRunningStatistics(this Normalization normalization) => normalization == Normalization.Batch;
}
