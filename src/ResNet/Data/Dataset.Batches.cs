namespace ResNet;

/// <content>Batches, for training loops of one's own.</content>
public sealed partial class Dataset
{
    /// <summary>
    /// The samples in the order of an epoch, cut into batches: those that a <see cref="Trainer"/> of this seed takes. Each is copied
    /// as it is asked for; the last one is shorter where the numbers do not divide.
    /// </summary>
    /// <param name="size">the samples in a batch, at least 1</param>
    /// <param name="epoch">the epoch, from 1, which fixes the order together with the seed</param>
    /// <param name="seed">the seed</param>
    /// <param name="joinsSingle">
    /// whether a last batch of a single sample joins the one before it, as in a fit of a network with batch norm, which needs two
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">the size or the epoch is below 1.</exception>
    /// <example>
    /// <code>
    /// foreach (Dataset batch in training.Batches(size: 32, epoch: 1)) Console.WriteLine(network.Predict(batch.Inputs));
    /// </code>
    /// </example>
    public IEnumerable<Dataset> Batches(int size, int epoch, int seed = 0, bool joinsSingle = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        var order = new int[Count];
        ResNet.Batches.Shuffle(order, seed, epoch);
        return ResNet.Batches.Split(Count, size, joinsSingle).Select(batch => Copy(order[batch.First..batch.End]));
    }
}
