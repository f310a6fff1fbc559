namespace ResNet;

/// <summary>The mini-batches of an epoch: where each one begins and ends in the order of the samples.</summary>
internal static class Batches
{
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
