namespace ResNet.Tests.Kernels;

/// <summary>The three products against plain double loops, at every tail of every tile.</summary>
public class ProductTests
{
    /// <summary>What rounding each of a sum's terms of order 1 may come to.</summary>
    private const double Tolerance = 5e-6;

    [Fact]
    public void Forward_is_w_a_plus_b() => ForAllSizes((inputs, outputs, samples, random) =>
    {
        float[] w = Draw(random, outputs * inputs), a = Draw(random, inputs * samples), b = Draw(random, outputs);
        foreach (float[] bias in new[] { b, [] })
        {
            float[] z = Filled(outputs * samples);
            Product.Forward(w, bias, a, z, inputs, outputs, Epilogue.None);
            ShouldBe(z, outputs, (i, j) => (bias.Length > 0 ? bias[i] : 0) + Sum(inputs, k => (double)w[k * outputs + i] * a[j * inputs + k]));
        }
    });

    [Fact]
    public void Input_gradient_is_w_transposed_delta_or_adds_it() => ForAllSizes((inputs, outputs, samples, random) =>
    {
        float[] w = Draw(random, outputs * inputs), delta = Draw(random, outputs * samples), before = Draw(random, inputs * samples);
        foreach (bool accumulate in new[] { false, true })
        {
            float[] gradient = (float[])before.Clone();
            Product.InputGradient(w, delta, gradient, inputs, outputs, new Epilogue { Addend = accumulate ? gradient : [] });
            ShouldBe(gradient, inputs, (i, j) =>
                (accumulate ? before[j * inputs + i] : 0) + Sum(outputs, k => (double)w[i * outputs + k] * delta[j * outputs + k]));
        }
    });

    [Fact]
    public void Input_gradient_adds_to_what_is_there_beyond_one_run_of_the_depth()
    {
        const int inputs = 5, outputs = 600, samples = 30;
        Random random = new(1);
        float[] w = Draw(random, outputs * inputs), delta = Draw(random, outputs * samples), gradient = Draw(random, inputs * samples);
        float[] before = (float[])gradient.Clone();
        Product.InputGradient(w, delta, gradient, inputs, outputs, new Epilogue { Addend = gradient });
        for (int k = 0; k < gradient.Length; k++)
        {
            double sum = Sum(outputs, o => (double)w[k % inputs * outputs + o] * delta[k / inputs * outputs + o]);
            gradient[k].Should().BeApproximately((float)(before[k] + sum), 1e-4f);
        }
    }

    [Fact]
    public void Weight_gradient_is_delta_a_transposed() => ForAllSizes((inputs, outputs, samples, random) =>
    {
        float[] delta = Draw(random, outputs * samples), a = Draw(random, inputs * samples);
        int first = inputs / 3, count = inputs - first;
        float[] gradient = Filled(outputs * count);
        Product.WeightGradient(delta, a, gradient, inputs, outputs, first);
        ShouldBe(gradient, outputs, (i, j) => Sum(samples, k => (double)delta[k * outputs + i] * a[k * inputs + first + j]));
    });

    [Fact]
    public void A_columns_product_has_the_same_bits_whatever_stands_beside_it() => ForAllSizes((inputs, outputs, samples, random) =>
    {
        float[] w = Draw(random, outputs * inputs), a = Draw(random, inputs * samples), b = Draw(random, outputs);
        float[] z = new float[outputs * samples], alone = new float[outputs];
        Product.Forward(w, b, a, z, inputs, outputs, Epilogue.None);
        for (int j = 0; j < samples; j += 5)
        {
            Product.Forward(w, b, a.AsSpan(j * inputs, inputs), alone, inputs, outputs, Epilogue.None);
            z.AsSpan(j * outputs, outputs).SequenceEqual(alone).Should().BeTrue("column {0} of {1} stands alone", j, samples);
        }
    });

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 7, 3)]
    [InlineData(16, 33, 9)]
    public void Nan_and_infinity_come_through(int inputs, int outputs, int samples)
    {
        // a zero weight times infinity is NaN, so that what broke is seen however small the weights are
        foreach (float bad in new[] { float.NaN, float.PositiveInfinity })
        {
            float[] a = new float[inputs * samples], z = new float[outputs * samples];
            a[^1] = bad;
            Product.Forward(new float[outputs * inputs], [], a, z, inputs, outputs, Epilogue.None);
            z.AsSpan((samples - 1) * outputs).ToArray().Should().OnlyContain(value => float.IsNaN(value));
            z.AsSpan(0, (samples - 1) * outputs).ToArray().Should().NotContain(value => value != 0);
        }
    }

    /// <summary>Every size from 1 to 40 on each side, and a random choice of the others with it.</summary>
    private static void ForAllSizes(Action<int, int, int, Random> check)
    {
        Random random = new(1);
        for (int size = 1; size <= 40; size++)
        {
            for (int repeat = 0; repeat < 3; repeat++)
            {
                check(size, random.Next(1, 41), random.Next(1, 41), random);
                check(random.Next(1, 41), size, random.Next(1, 41), random);
                check(random.Next(1, 41), random.Next(1, 41), size, random);
            }
        }
    }

    private static void ShouldBe(float[] actual, int rows, Func<int, int, double> expected)
    {
        for (int k = 0; k < actual.Length; k++)
        {
            double value = expected(k % rows, k / rows);
            if (!(Math.Abs(actual[k] - value) <= Tolerance))
            {
                actual[k].Should().Be(
                    (float)value, "of {0} rows and {1} columns, ({2}, {3}) is a plain sum", rows, actual.Length / rows, k % rows, k / rows);
            }
        }
    }

    private static double Sum(int count, Func<int, double> term)
    {
        double sum = 0;
        for (int k = 0; k < count; k++) sum += term(k);
        return sum;
    }

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];

    // what is never written shows
    private static float[] Filled(int length) => [.. Enumerable.Repeat(float.NaN, length)];
}
