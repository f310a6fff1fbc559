namespace ResNet.Tests.Kernels;

/// <summary>The kernels that go over spans, each with every operand left open in turn.</summary>
internal static class SpanNanCases
{
    private const float Slope = 0.01f;

    /// <summary>Below, at and above whole vectors of every width, and what a kernel takes in one go.</summary>
    private static readonly int[] lengths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 70, 257];

    public static IEnumerable<NanCase> All => lengths.SelectMany(length => Activations(length).Concat(Slopes(length)).Concat(Sums(length)));

    private delegate void Mapping(ReadOnlySpan<float> x, Span<float> y);

    private static IEnumerable<NanCase> Activations(int length) =>
    [
        .. Enum.GetValues<Activation>().Select(activation => Map($"{activation}", length, (x, y) => activation.Apply(x, y))),
        Map("Exp", length, Elementwise.Exp),
        Map("Masking", length, (x, y) => Masking.Apply([0xF0F0F0F0, 1, 2, 3, 4, 5, 6, 7, 8], 0.5f, x, y)),
        Map("AddTo, what is added", length, (x, y) => Elementwise.AddTo(y, x)),
        Change("AddTo, what is added to", length, (other, x) => Elementwise.AddTo(x, other)),
    ];

    /// <summary>The derivatives: a rectifier's takes no more than the sign from the activation.</summary>
    private static IEnumerable<NanCase> Slopes(int length) =>
    [
        .. Enum.GetValues<Activation>()
        .Select(activation => Change($"{activation}', the gradient", length, (a, d) => activation.Differentiate(a, d))),
        .. Enum.GetValues<Activation>().Where(activation => activation.Slope() is null)
            .Select(activation => Map($"{activation}', the activation", length, (a, d) => activation.Differentiate(a, d))),
        Map("Standardizing", length, (z, x) => Standardizing<OfColumn>.Run(z, Own, x, x, Epilogue.None, x)),
        Change("Standardizing', the gradient", length, (z, e) => StandardizingBack<OfColumn>.Run(e, z, Own, z, Epilogue.None, e)),
        Map("Standardizing', what was standardized", length,
        (z, e) => StandardizingBack<OfColumn>.Run(e, z, Own, e, Epilogue.None, e)),
        Change("Relu', the gradient where it is off", length, (a, d) => Rectifiers.Differentiate(Negative(a), d, slope: 0)),
        Change("LeakyRelu', the gradient where it is off", length, (a, d) => Rectifiers.Differentiate(Negative(a), d, Slope)),
    ];

    /// <summary>The statistics of one column.</summary>
    private static Statistics Own
    {
        get
        {
            Statistics one = new StatisticMemory(1).All;
            one.SetMoments(Enumerable.Repeat(0.1, 8).ToArray(), Enumerable.Repeat(0.2, 8).ToArray(), epsilon: 1e-5f);
            one.SetGradients(Enumerable.Repeat(0.3, 8).ToArray(), Enumerable.Repeat(0.4, 8).ToArray(), n: 1);
            return one;
        }
    }

    private static IEnumerable<NanCase> Sums(int length)
    {
        float[] other = UniformDraw.Of(new Random(1), length);
        yield return Sum("Sum", length, x => (float)Reductions.Sum(x));
        yield return Sum("Dot, the first", length, x => (float)Reductions.Dot(x, other));
        yield return Sum("Dot, the second", length, x => (float)Reductions.Dot(other, x));
        yield return Sum("Dot with itself", length, x => (float)Reductions.Dot(x, x));
        yield return Sum("Moments", length, x => Of(sum => ColumnSums.Moments(x, length, sum, new double[1])));
        yield return Sum("Gradients, d", length, x => Of(sum => ColumnSums.Gradients(x, other, other, Own, sum, new double[1])));
        yield return Sum("Gradients, z", length, x => Of(sum => ColumnSums.Gradients(other, other, x, Own, new double[1], sum)));
        yield return new("SumOfColumns", 3 * length, x => Written(length, x, Reductions.SumOfColumns), place => [place % length]);
    }

    private static float Of(Action<double[]> writes)
    {
        double[] sum = new double[1];
        writes(sum);
        return (float)sum[0];
    }

    /// <summary>y from x.</summary>
    private static NanCase Map(string kernel, int length, Mapping map) =>
        new(kernel, length, x => Written(length, x, map), place => [place]);

    /// <summary>y from itself and another.</summary>
    private static NanCase Change(string kernel, int length, Mapping change)
    {
        float[] other = UniformDraw.Of(new Random(2), length);
        return new(kernel, length, y => Changed(y, other, change), place => [place]);
    }

    private static NanCase Sum(string kernel, int length, Func<float[], float> sum) => new(kernel, length, x => [sum(x)], _ => [0]);

    private static float[] Written(int length, float[] x, Mapping map) => Changed([.. Enumerable.Repeat(1f, length)], x, map);

    private static float[] Changed(float[] y, float[] x, Mapping change)
    {
        change(x, y);
        return y;
    }

    private static float[] Negative(ReadOnlySpan<float> values) => [.. values.ToArray().Select(value => -Math.Abs(value))];
}
