namespace ResNet.Tests.Kernels;

/// <summary>What is done with a product's sums as they are stored, against plain double loops, at every tail of every tile.</summary>
public class EpilogueTests
{
    public static TheoryData<float> Slopes => [1, 0, 0.01f];

    [Theory]
    [MemberData(nameof(Slopes))]
    public void Forward_adds_a_matrix_and_applies_a_rectifier(float slope) => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), a = UniformDraw.Of(random, inputs * samples),
            b = UniformDraw.Of(random, outputs);
        float[] t = UniformDraw.Of(random, outputs * samples);
        double[] sums = PlainLoop.Sums(outputs, samples, inputs, (i, j, k) => (double)w[k * outputs + i] * a[j * inputs + k]);
        foreach (float[] addend in new[] { t, [] })
        {
            float[] z = Filled(outputs * samples);
            Product.Forward(w, b, a, z, inputs, outputs, new Epilogue { Addend = addend, Slope = slope });
            z.ShouldBe(outputs, inputs, place => Rectified(sums[place] + b[place % outputs] + At(addend, place), slope));
        }
    });

    [Theory]
    [MemberData(nameof(Slopes))]
    public void Input_gradient_adds_a_matrix_and_applies_a_rectifier(float slope) =>
        ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), delta = UniformDraw.Of(random, outputs * samples);
        float[] t = UniformDraw.Of(random, inputs * samples), signs = UniformDraw.Signs(random, inputs * samples);
        double[] sums = PlainLoop.Sums(inputs, samples, outputs, (i, j, k) => (double)w[i * outputs + k] * delta[j * outputs + k]);
        foreach ((float[] addend, float[] sign) in new[] { (t, signs), (t, []), ([], signs), ([], []) })
        {
            float[] gradient = Filled(inputs * samples);
            Product.InputGradient(w, delta, gradient, inputs, outputs, new Epilogue { Addend = addend, Slope = slope, Sign = sign });
            gradient.ShouldBe(inputs, outputs, place =>
            {
                double sum = sums[place] + At(addend, place);
                return Rectified(sum, slope, sign.Length == 0 ? sum : sign[place]);
            });
        }
    });

    [Theory]
    [MemberData(nameof(Slopes))]
    public void Input_gradient_may_add_what_it_overwrites(float slope) => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), delta = UniformDraw.Of(random, outputs * samples);
        float[] before = UniformDraw.Of(random, inputs * samples), gradient = [.. before];
        Product.InputGradient(w, delta, gradient, inputs, outputs, new Epilogue { Addend = gradient, Slope = slope });
        double[] sums = PlainLoop.Sums(inputs, samples, outputs, (i, j, k) => (double)w[i * outputs + k] * delta[j * outputs + k]);
        gradient.ShouldBe(inputs, outputs, place => Rectified(sums[place] + before[place], slope));
    });

    [Theory]
    [MemberData(nameof(Slopes))]
    public void Forward_may_scale_and_shift_each_row(float slope) => ProductSizes.ForAll((inputs, outputs, samples, random) =>
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), a = UniformDraw.Of(random, inputs * samples), z = Filled(outputs * samples);
        float[] scale = UniformDraw.Of(random, outputs), shift = UniformDraw.Of(random, outputs);
        float[] remainder = UniformDraw.Of(random, outputs);
        var epilogue = new Epilogue { RowScale = scale, RowShift = shift, RowRemainder = remainder, Slope = slope };
        Product.Forward(w, default, a, z, inputs, outputs, epilogue);
        double[] sums = PlainLoop.Sums(outputs, samples, inputs, (i, j, k) => (double)w[k * outputs + i] * a[j * inputs + k]);
        z.ShouldBe(outputs, inputs, place =>
            Rectified(scale[place % outputs] * sums[place] + shift[place % outputs] + remainder[place % outputs], slope));
    });

    private static double Rectified(double sum, double slope) => Rectified(sum, slope, sign: sum);

    private static double Rectified(double sum, double slope, double sign) => sign > 0 ? sum : slope * sum;

    private static double At(float[] matrix, int place) => matrix.Length == 0 ? 0 : matrix[place];

    // what is never written shows
    private static float[] Filled(int length) => [.. Enumerable.Repeat(float.NaN, length)];
}
