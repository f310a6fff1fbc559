namespace ResNet.Tests.Kernels;

public class RectifiersTests
{
    private const float Slope = 0.01f;

    /// <summary>Lengths below, at and above whole vectors of every width.</summary>
    public static TheoryData<int> Lengths => [1, 3, 4, 7, 8, 9, 16, 17, 33];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_slope_of_relu_at_zero_is_zero(int length) => Slopes(new float[length], slope: 0).Should().AllBeEquivalentTo(0f);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_slope_of_relu_is_one_above_zero(int length) =>
        Slopes(Filled(length, float.Epsilon), slope: 0).Should().AllBeEquivalentTo(1f);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_slope_of_leaky_relu_is_the_small_one_up_to_zero(int length)
    {
        Slopes(new float[length], Slope).Should().AllBeEquivalentTo(Slope);
        Slopes(Filled(length, -1), Slope).Should().AllBeEquivalentTo(Slope);
        Slopes(Filled(length, 1), Slope).Should().AllBeEquivalentTo(1f);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Relu_and_leaky_relu_give_the_greater_of_line_and_slope(int length)
    {
        float[] z = [.. Enumerable.Range(0, length).Select(i => (i % 2 == 0 ? 1 : -1) * (i + 0.5f))];
        foreach (float slope in new[] { 0, Slope })
        {
            float[] a = new float[length];
            Rectifiers.Apply(z, a, slope);
            a.Should().Equal(z.Select(value => Math.Max(value, slope * value)));
        }
    }

    private static float[] Slopes(float[] a, float slope)
    {
        float[] d = Filled(a.Length, 1);
        Rectifiers.Differentiate(a, d, slope);
        return d;
    }

    private static float[] Filled(int length, float value) => [.. Enumerable.Repeat(value, length)];
}
