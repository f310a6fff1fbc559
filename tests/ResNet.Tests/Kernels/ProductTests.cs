namespace ResNet.Tests.Kernels;

/// <summary>The three products against plain double loops, at every tail of every tile.</summary>
public class ProductTests
{
    [Fact]
    public void Forward_is_w_a_plus_b() => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), a = UniformDraw.Of(random, inputs * samples),
            b = UniformDraw.Of(random, outputs);
        double[] sums = PlainLoop.Sums(outputs, samples, inputs, (i, j, k) => (double)w[k * outputs + i] * a[j * inputs + k]);
        foreach (float[] bias in new[] { b, [] })
        {
            float[] z = Filled(outputs * samples);
            Product.Forward(w, bias, a, z, inputs, outputs, Epilogue.None);
            z.ShouldBe(outputs, inputs, place => sums[place] + (bias.Length > 0 ? bias[place % outputs] : 0));
        }
    });

    [Fact]
    public void Input_gradient_is_w_transposed_delta() => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), delta = UniformDraw.Of(random, outputs * samples),
            gradient = Filled(inputs * samples);
        Product.InputGradient(w, delta, gradient, inputs, outputs, Epilogue.None);
        double[] sums = PlainLoop.Sums(inputs, samples, outputs, (i, j, k) => (double)w[i * outputs + k] * delta[j * outputs + k]);
        gradient.ShouldBe(inputs, outputs, place => sums[place]);
    });

    [Fact]
    public void Input_gradient_adds_to_what_is_there_beyond_one_run_of_the_depth()
    {
        const int inputs = 5, outputs = 600, samples = 30;
        Random random = new(1);
        float[] w = UniformDraw.Of(random, outputs * inputs), delta = UniformDraw.Of(random, outputs * samples);
        float[] gradient = UniformDraw.Of(random, inputs * samples);
        float[] before = (float[])gradient.Clone();
        Product.InputGradient(w, delta, gradient, inputs, outputs, new Epilogue { Addend = gradient });
        double[] sums = PlainLoop.Sums(inputs, samples, outputs, (i, j, k) => (double)w[i * outputs + k] * delta[j * outputs + k]);
        gradient.ShouldBe(inputs, outputs, place => before[place] + sums[place]);
    }

    [Fact]
    public void Weight_gradient_is_delta_a_transposed() => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] delta = UniformDraw.Of(random, outputs * samples), a = UniformDraw.Of(random, inputs * samples);
        float[] gradient = Filled(outputs * inputs);
        Product.WeightGradient(new OuterProducts(delta, a, outputs, inputs), gradient);
        double[] sums = PlainLoop.Sums(outputs, inputs, samples, (i, j, k) => (double)delta[k * outputs + i] * a[k * inputs + j]);
        gradient.ShouldBe(outputs, samples, place => sums[place]);
    });

    [Fact]
    public void A_columns_product_has_the_same_bits_whatever_stands_beside_it() => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), a = UniformDraw.Of(random, inputs * samples),
            b = UniformDraw.Of(random, outputs);
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
    public void Infinity_comes_through(int inputs, int outputs, int samples)
    {
        // a zero weight times infinity is NaN, so that what broke is seen however small the weights are
        float[] a = new float[inputs * samples], z = new float[outputs * samples];
        a[^1] = float.PositiveInfinity;
        Product.Forward(new float[outputs * inputs], [], a, z, inputs, outputs, Epilogue.None);
        z.AsSpan((samples - 1) * outputs).ToArray().Should().OnlyContain(value => float.IsNaN(value));
        z.AsSpan(0, (samples - 1) * outputs).ToArray().Should().NotContain(value => value != 0);
    }

    // what is never written shows
    private static float[] Filled(int length) => [.. Enumerable.Repeat(float.NaN, length)];
}
