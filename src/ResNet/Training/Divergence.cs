namespace ResNet;

/// <summary>
/// Where a fit's loss or weights stopped being finite. The network holds the weights of the last epoch's end, or the start,
/// at which all was finite, or the best ones with early stopping. A smaller learning rate, clipping or normalization helps.
/// </summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Batch">the batch of that epoch, from 1</param>
/// <param name="Place">the first place that broke, such as <c>blocks.3.layers.1</c>, or <c>loss</c></param>
public sealed record Divergence(int Epoch, int Batch, string Place)
{
    /// <summary>The same in a sentence.</summary>
    public override string ToString() =>
        $"The fit diverged in epoch {Epoch}, batch {Batch}: the first values that are not finite are in {Place}.";
}
