namespace ResNet.Tests.Kernels;

/// <summary>What a product should give, in double precision.</summary>
internal static class PlainLoop
{
    /// <summary>What rounding each of a sum's terms of order 1 may come to, for up to <see cref="Terms"/> of them.</summary>
    private const double Tolerance = 5e-6;

    private const double Terms = 40;

    /// <summary>Σ of the terms.</summary>
    public static double Sum(int count, Func<int, double> term)
    {
        double sum = 0;
        for (int k = 0; k < count; k++) sum += term(k);
        return sum;
    }

    /// <summary>A matrix of sums, column by column.</summary>
    public static double[] Sums(int rows, int columns, int count, Func<int, int, int, double> term)
    {
        double[] sums = new double[rows * columns];
        for (int j = 0; j < columns; j++)
        {
            for (int i = 0; i < rows; i++) sums[j * rows + i] = Sum(count, k => term(i, j, k));
        }

        return sums;
    }

    /// <summary>Compares a matrix of sums of so many terms, column by column.</summary>
    public static void ShouldBe(this float[] actual, int rows, int terms, Func<int, double> expected, string what = "")
    {
        double tolerance = Tolerance * Math.Max(1, terms / Terms);
        for (int k = 0; k < actual.Length; k++)
        {
            double value = expected(k);
            if (!(Math.Abs(actual[k] - value) <= tolerance))
            {
                actual[k].Should().Be(
                    (float)value, "of {0} rows and {1} columns, ({2}, {3}) is a plain sum of {4} terms {5}",
                    rows, actual.Length / rows, k % rows, k / rows, terms, what);
            }
        }
    }
}
