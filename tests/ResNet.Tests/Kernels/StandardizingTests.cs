namespace ResNet.Tests.Kernels;

/// <summary>Against the formulas one feature at a time, with the numbers of layer norm and with those of batch norm.</summary>
public class StandardizingTests
{
    [Fact]
    public void The_forward_formula_holds_at_every_length() => ForAllLengths((x, mean, _, scale) =>
    {
        float[] each = new float[x.Length], same = new float[x.Length];
        Standardizing.Forward(x, new Each(mean), new Each(scale), each);
        Standardizing.Forward(x, new Same(0.3), new Same(1.7), same);
        each.Should().Equal(x.Select((value, i) => (float)(scale[i] * (value - mean[i]))));
        same.Should().Equal(x.Select(value => (float)(1.7 * (value - 0.3))));
    });

    [Fact]
    public void The_backward_formula_holds_at_every_length() => ForAllLengths((x, mean, projection, scale) =>
    {
        float[] e = [.. x.Select(value => 1 - value)], each = [.. e], same = [.. e];
        Standardizing.Backward(each, x, new Each(mean), new Each(projection), new Each(scale));
        Standardizing.Backward(same, x, new Same(0.3), new Same(-0.4), new Same(1.7));
        each.Should().Equal(x.Select((value, i) => (float)(scale[i] * (e[i] - mean[i] - value * projection[i]))));
        same.Should().Equal(x.Select((value, i) => (float)(1.7 * (e[i] - 0.3 - value * -0.4))));
    });

    [Fact]
    public void A_small_deviation_far_from_zero_loses_nothing()
    {
        float[] z = [1000.0001f, 1000f, 999.9999f], x = new float[3];
        double mean = z.Average(value => (double)value);
        Standardizing.Forward(z, new Same(mean), new Same(1e4), x);
        for (int i = 0; i < 3; i++) x[i].Should().BeApproximately((float)((z[i] - mean) * 1e4), 1e-6f);
    }

    private static void ForAllLengths(Action<float[], double[], double[], double[]> check)
    {
        Random random = new(1);
        for (int length = 0; length <= 70; length++)
        {
            check(UniformDraw.Of(random, length), Doubles(length), Doubles(length), Doubles(length));
        }

        double[] Doubles(int length) => [.. UniformDraw.Of(random, length).Select(value => value / 3.0)];
    }
}
