namespace ResNet;

/// <summary>
/// Where a fit's loss or weights stopped being finite. The network then has its last finite weights from the end of an epoch or
/// the start of the fit or, with early stopping, the best ones. A smaller learning rate, clipping or normalization can help.
/// </summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Batch">the batch of that epoch, from 1</param>
/// <param name="Place">where the first values that are not finite are, such as <c>blocks.3.layers.1</c>, or <c>loss</c></param>
public sealed record Divergence(int Epoch, int Batch, string Place)
{
    /// <summary>The divergence as a sentence.</summary>
    public override string ToString() =>
        $"The fit diverged in epoch {Epoch}, batch {Batch}: the first values that are not finite are in {Place}.";
}
