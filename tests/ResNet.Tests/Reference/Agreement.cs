namespace ResNet.Tests.Reference;

/// <summary>How far numbers are from the expected ones, relative to the largest expected one where that is above 1.</summary>
public static class Agreement
{
    /// <summary>The largest difference over max(1, largest |expected|); infinite where lengths differ or a number is NaN.</summary>
    public static double Error(IReadOnlyList<double> actual, IReadOnlyList<double> expected)
    {
        if (actual.Count != expected.Count)
        {
            return double.PositiveInfinity;
        }

        double largest = actual.Zip(expected, (a, e) => Math.Abs(a - e)).DefaultIfEmpty(0).Max(NotNaN);
        return largest / expected.Select(Math.Abs).Append(1).Max();
    }

    /// <summary>The same for batches, one row per sample.</summary>
    public static double Error(double[][] actual, double[][] expected) =>
        Error([.. actual.SelectMany(row => row)], [.. expected.SelectMany(row => row)]);

    // Max over doubles passes NaN by unless it is the only number
    private static double NotNaN(double difference) => double.IsNaN(difference) ? double.PositiveInfinity : difference;
}
