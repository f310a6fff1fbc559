namespace ResNet;

/// <summary>
/// Where a fit's loss, weights or predictions stopped being finite. The network then has the weights of the last epoch's end, or of
/// the start of the fit, with which all weights and the predictions for that epoch's last batch were finite or, with early stopping,
/// the best ones. A smaller learning rate, clipping or normalization can help.
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
