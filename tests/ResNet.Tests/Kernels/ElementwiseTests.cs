using ResNet.Tests.Reference;

namespace ResNet.Tests.Kernels;

public class ElementwiseTests
{
    private static readonly float[] grid = [.. Enumerable.Range(-2000, 4001).Select(i => i / 200f)];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_element_has_the_same_bits_at_any_place_of_a_span_of_any_length(Activation activation)
    {
        float[] whole = Applied(activation, grid), slopes = Slopes(activation, grid, whole);
        Random random = new(2);
        for (int length = 1; length <= 140; length++)
        {
            int first = random.Next(grid.Length - length);
            float[] part = Applied(activation, grid.AsSpan(first, length));
            Bits.Of(part).Should().Equal(Bits.Of(whole.AsSpan(first, length)), "of {0} elements from {1}", length, first);
            Bits.Of(Slopes(activation, grid.AsSpan(first, length), part)).Should().Equal(Bits.Of(slopes.AsSpan(first, length)));
        }
    }

    [Theory]
    [InlineData(Activation.Relu, "relu")]
    [InlineData(Activation.LeakyRelu, "leaky_relu")]
    [InlineData(Activation.Gelu, "gelu")]
    [InlineData(Activation.Silu, "silu")]
    [InlineData(Activation.Tanh, "tanh")]
    [InlineData(Activation.Sigmoid, "sigmoid")]
    [InlineData(Activation.Identity, "identity")]
    public void Values_and_slopes_are_those_of_the_formula_from_minus_10_to_10(Activation activation, string name)
    {
        float[] values = Applied(activation, grid), slopes = Slopes(activation, grid, values);
        for (int i = 0; i < grid.Length; i++)
        {
            if (grid[i] == 0 && ReferenceActivation.HasKink(name)) continue;
            Tape tape = new();
            Scalar z = tape.Variable(grid[i]);
            Scalar expected = ReferenceActivation.Apply(name, z);
            double tolerance = 5e-7 * Math.Max(1, Math.Abs(expected.Value));
            values[i].Should().BeInRange((float)(expected.Value - tolerance), (float)(expected.Value + tolerance), "g({0})", grid[i]);
            double slope = tape.DerivativesOf(expected).By(z);
            slopes[i].Should().BeInRange((float)(slope - 1e-6), (float)(slope + 1e-6), "g'({0})", grid[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Huge_inputs_stay_finite(Activation activation)
    {
        float[] z = [1e30f, -1e30f, 1e4f, -1e4f], a = Applied(activation, z);
        a.Should().OnlyContain(value => float.IsFinite(value));
        Slopes(activation, z, a).Should().OnlyContain(value => float.IsFinite(value));
    }

    [Fact]
    public void All_finite_sees_a_single_nan_or_infinity_anywhere()
    {
        for (int length = 1; length <= 70; length++)
        {
            float[] x = [.. Enumerable.Repeat(float.MaxValue, length)];
            Elementwise.AllFinite(x).Should().BeTrue();
            for (int i = 0; i < length; i++)
            {
                foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
                {
                    float[] y = [.. x];
                    y[i] = bad;
                    Elementwise.AllFinite(y).Should().BeFalse("{0} stands at {1} of {2}", bad, i, length);
                }
            }
        }

        Elementwise.AllFinite([]).Should().BeTrue();
    }

    private static float[] Applied(Activation activation, ReadOnlySpan<float> z)
    {
        float[] a = new float[z.Length];
        activation.Apply(z, a);
        return a;
    }

    private static float[] Slopes(Activation activation, ReadOnlySpan<float> z, float[] a)
    {
        float[] d = [.. Enumerable.Repeat(1f, a.Length)];
        activation.Differentiate(activation.NeedsInput() ? z : a, d);
        return d;
    }
}
