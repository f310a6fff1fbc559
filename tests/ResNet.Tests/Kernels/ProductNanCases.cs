namespace ResNet.Tests.Kernels;

/// <summary>The products, with every operand left open in turn and every rectifier.</summary>
internal static class ProductNanCases
{
    private static readonly (int Inputs, int Outputs, int Samples)[] sizes =
        [(1, 1, 1), (5, 7, 3), (17, 34, 9), (35, 19, 26), (3, 300, 1), (258, 3, 2)];

    private static readonly float[] slopes = [1, 0, 0.01f];

    public static IEnumerable<NanCase> All =>
    [
        .. sizes.SelectMany(size => slopes.SelectMany(slope => Forward(size.Inputs, size.Outputs, size.Samples, slope))),
        .. sizes.SelectMany(size => slopes.SelectMany(slope => InputGradient(size.Inputs, size.Outputs, size.Samples, slope))),
        .. sizes.SelectMany(size => WeightGradient(size.Inputs, size.Outputs, size.Samples)),
        .. sizes.SelectMany(
            size => UpdateForms.Sgd.SelectMany(update => WeightUpdate("Sgd", size.Inputs, size.Outputs, size.Samples, update))),
        .. sizes.SelectMany(
            size => UpdateForms.Adam.SelectMany(update => WeightUpdate("Adam", size.Inputs, size.Outputs, size.Samples, update))),
    ];

    private static IEnumerable<NanCase> Forward(int inputs, int outputs, int samples, float slope)
    {
        Random random = new(1);
        float[] weight = UniformDraw.Of(random, outputs * inputs), input = UniformDraw.Of(random, inputs * samples);
        float[] bias = UniformDraw.Of(random, outputs), addend = UniformDraw.Of(random, outputs * samples);
        string kernel = $"Forward with slope {slope}";
        yield return new($"{kernel}, W", weight.Length, w => Run(w, bias, input, addend), place => Row(place % outputs, outputs, samples));
        yield return new($"{kernel}, b", bias.Length, b => Run(weight, b, input, addend), place => Row(place, outputs, samples));
        yield return new($"{kernel}, A", input.Length, a => Run(weight, bias, a, addend), place => Column(place / inputs, outputs));
        yield return new($"{kernel}, T", addend.Length, t => Run(weight, bias, input, t), place => [place]);

        float[] Run(float[] w, float[] b, float[] a, float[] t)
        {
            float[] z = new float[outputs * samples];
            Product.Forward(w, b, a, z, inputs, outputs, new Epilogue { Addend = t, Slope = slope });
            return z;
        }
    }

    private static IEnumerable<NanCase> InputGradient(int inputs, int outputs, int samples, float slope)
    {
        Random random = new(2);
        float[] weight = UniformDraw.Of(random, outputs * inputs), delta = UniformDraw.Of(random, outputs * samples);
        float[] addend = UniformDraw.Of(random, inputs * samples), positive = UniformDraw.Positive(random, inputs * samples);
        float[][] signs = [[], positive, [.. positive.Select(value => -value)]];
        string kernel = $"InputGradient with slope {slope}";
        foreach (float[] sign in signs)
        {
            yield return new(
                $"{kernel}, W", weight.Length, w => Run(w, delta, addend, sign), place => Row(place / outputs, inputs, samples));
            yield return new($"{kernel}, Δ", delta.Length, d => Run(weight, d, addend, sign), place => Column(place / outputs, inputs));
            yield return new($"{kernel}, T", addend.Length, t => Run(weight, delta, t, sign), place => [place]);
        }

        float[] Run(float[] w, float[] d, float[] t, float[] sign)
        {
            float[] gradient = new float[inputs * samples];
            Product.InputGradient(w, d, gradient, inputs, outputs, new Epilogue { Addend = t, Slope = slope, Sign = sign });
            return gradient;
        }
    }

    private static IEnumerable<NanCase> WeightGradient(int inputs, int outputs, int samples) =>
        OuterProducts("WeightGradient", inputs, outputs, samples, (delta, a) =>
        {
            float[] gradient = new float[outputs * inputs];
            Product.WeightGradient(new OuterProducts(delta, a, outputs, inputs), gradient);
            return gradient;
        });

    private static IEnumerable<NanCase> WeightUpdate<TUpdate>(string optimizer, int inputs, int outputs, int samples, TUpdate update)
        where TUpdate : struct, IUpdate
    {
        Weights drawn = Weights.Draw(outputs * inputs);
        return OuterProducts($"WeightUpdate by {optimizer}", inputs, outputs, samples, (delta, a) =>
        {
            Weights used = drawn.Copy();
            Product.WeightUpdate(
                update, new OuterProducts(delta, a, outputs, inputs), used.Value, used.First, used.Second, sums: default,
                pastCaches: false);
            return used.Value;
        });
    }

    private static IEnumerable<NanCase> OuterProducts(
        string kernel, int inputs, int outputs, int samples, Func<float[], float[], float[]> run)
    {
        Random random = new(3);
        float[] delta = UniformDraw.Of(random, outputs * samples), input = UniformDraw.Of(random, inputs * samples);
        yield return new($"{kernel}, Δ", delta.Length, d => run(d, input), place => Row(place % outputs, outputs, inputs));
        yield return new($"{kernel}, A", input.Length, a => run(delta, a), place => Column(place % inputs, outputs));
    }

    private static IEnumerable<int> Row(int row, int rows, int columns) =>
        Enumerable.Range(0, columns).Select(column => column * rows + row);

    private static IEnumerable<int> Column(int column, int rows) => Enumerable.Range(column * rows, rows);
}
