namespace ResNet;

/// <summary>The mini-batches of an epoch: the order of the samples, and where each one begins and ends in it.</summary>
internal static class Batches
{
    /// <summary>Fills in the samples' order in an epoch.</summary>
    /// <param name="order">room for the samples</param>
    /// <param name="seed">the seed of the fit</param>
    /// <param name="epoch">the epoch, from 1</param>
    internal static void Shuffle(int[] order, int seed, int epoch)
    {
        for (int i = 0; i < order.Length; i++) order[i] = i;
        new RandomStream(seed, $"shuffle.{epoch}").Shuffle(order);
    }

    /// <summary>
    /// Splits <paramref name="samples"/> samples into consecutive slices of <paramref name="batchSize"/>. The last one is
    /// shorter where the numbers do not divide.
    /// </summary>
    /// <param name="samples">The number of samples, at least 1.</param>
    /// <param name="batchSize">The number of samples in a batch, at least 1.</param>
    /// <param name="joinLastSingle">Whether a last batch of exactly one sample joins the one before it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    internal static IReadOnlyList<Slice> Split(int samples, int batchSize, bool joinLastSingle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);

        int count = (samples - 1) / batchSize + 1;
        int lastStart = (count - 1) * batchSize;
        if (joinLastSingle && count > 1 && samples - lastStart == 1)
        {
            count--;
        }

        var batches = new Slice[count];
        for (int i = 0; i < count; i++)
        {
            int start = i * batchSize;
            int end = i == count - 1 ? samples : start + batchSize;
            batches[i] = new Slice(start, end - start);
        }

        return batches;
    }
}
