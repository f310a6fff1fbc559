namespace ResNet.Tests.Kernels;

public class ReductionsTests
{
    [Fact]
    public void Sums_are_those_of_plain_loops_at_every_length()
    {
        Random random = new(1);
        for (int length = 0; length <= 100; length++)
        {
            float[] x = Draw(random, length), y = Draw(random, length);
            Reductions.Sum(x).Should().BeApproximately((float)x.Sum(value => (double)value), 1e-5f);
            Reductions.Dot(x, y).Should().BeApproximately((float)x.Zip(y, (a, b) => (double)a * b).Sum(), 1e-5f);
            Reductions.SumOfSquares(x).Should().BeApproximately(x.Sum(value => (double)value * value), 1e-12);
        }
    }

    [Fact]
    public void The_place_in_memory_changes_no_bit()
    {
        float[] x = Draw(new Random(2), 77);
        float sum = Reductions.Sum(x), dot = Reductions.Dot(x, x);
        for (int offset = 0; offset < 20; offset++)
        {
            float[] shifted = [.. new float[offset], .. x];
            Reductions.Sum(shifted.AsSpan(offset)).Should().Be(sum);
            Reductions.Dot(shifted.AsSpan(offset), x).Should().Be(dot);
        }
    }

    [Fact]
    public void The_square_of_a_large_gradient_does_not_overflow() =>
        Reductions.SumOfSquares([1e30f, 1e30f, 1e30f]).Should().BeApproximately(3e60, 1e54);

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
}
