namespace ResNet.Tests.Kernels;

public class MaskingTests
{
    private const int Length = 100_000;

    [Theory]
    [InlineData(0.001f)]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void As_many_are_dropped_as_a_binomial_distribution_allows(float rate)
    {
        bool[] dropped = [.. Masked(Ones(Length), rate).Select(value => value == 0)];

        ShouldBeBinomial(dropped.Count(drop => drop), Length, rate);
        ShouldBeBinomial(dropped.Zip(dropped.Skip(1)).Count(pair => pair.First && pair.Second), Length - 1, rate * (double)rate);
        ShouldBeBinomial(dropped.Zip(dropped.Skip(16)).Count(pair => pair.First && pair.Second), Length - 16, rate * (double)rate);
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void What_is_kept_is_divided_by_1_minus_the_rate(float rate)
    {
        float[] x = UniformDraw.Of(new Random(1), 1000), y = Masked(x, rate);
        y.Zip(x).Where(pair => pair.First != 0).Should()
            .OnlyContain(pair => Math.Abs(pair.First - pair.Second / (1 - rate)) <= 2e-7 * Math.Abs(pair.First));
    }

    [Fact]
    public void Each_quarter_of_a_random_number_decides_on_one_element()
    {
        const float Rate = 0.3f;
        RandomStream random = new RandomStream(1, "mask").Of(2, 3);
        float[] y = Masked(Ones(77), Rate);
        for (int i = 0; i < y.Length; i += 4)
        {
            ulong number = random.NextUInt64();
            for (int k = 0; k < 4 && i + k < y.Length; k++)
            {
                (y[i + k] == 0).Should().Be((ushort)(number >> 16 * k) < MathF.Round(Rate * 65536));
            }
        }
    }

    [Fact]
    public void The_mask_is_the_same_at_any_length_and_place_and_in_place()
    {
        float[] x = UniformDraw.Of(new Random(2), 70), whole = Masked(x, 0.4f);
        uint[] mask = Mask(x.Length, 0.4f);
        for (int length = 0; length <= x.Length; length++)
        {
            for (int start = 0; start < 17; start++)
            {
                float[] memory = [.. new float[start], .. x[..length], 7];
                Masking.Apply(mask, 0.4f, memory.AsSpan(start, length), memory.AsSpan(start, length));
                memory[start..].Should().Equal([.. whole[..length], 7], "{0} elements from {1} on", length, start);
            }
        }
    }

    [Fact]
    public void At_rate_0_all_is_kept_and_at_the_largest_rate_nearly_all_is_dropped()
    {
        float[] x = UniformDraw.Of(new Random(3), 100);
        Masked(x, 0).Should().Equal(x);
        Masked(x, MathF.BitDecrement(1)).Should().OnlyContain(value => value == 0);
    }

    /// <summary>Within four standard deviations of the mean.</summary>
    private static void ShouldBeBinomial(int count, int trials, double probability) => ((double)count).Should().BeApproximately(
        trials * probability, 4 * Math.Sqrt(trials * probability * (1 - probability)));

    private static float[] Ones(int length) => [.. Enumerable.Repeat(1f, length)];

    private static float[] Masked(float[] x, float rate)
    {
        float[] y = new float[x.Length];
        Masking.Apply(Mask(x.Length, rate), rate, x, y);
        return y;
    }

    private static uint[] Mask(int length, float rate)
    {
        uint[] mask = new uint[Masking.WordsFor(length)];
        Masking.Draw(new RandomStream(1, "mask").Of(2, 3), rate, mask);
        return mask;
    }
}
