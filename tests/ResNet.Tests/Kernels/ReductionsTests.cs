namespace ResNet.Tests.Kernels;

public class ReductionsTests
{
    [Fact]
    public void Sums_are_those_of_plain_loops_at_every_length()
    {
        Random random = new(1);
        for (int length = 0; length <= 100; length++)
        {
            float[] x = UniformDraw.Of(random, length), y = UniformDraw.Of(random, length);
            Reductions.Sum(x).Should().BeApproximately(x.Sum(value => (double)value), 1e-12);
            Reductions.Dot(x, y).Should().BeApproximately(x.Zip(y, (a, b) => (double)a * b).Sum(), 1e-12);
        }
    }

    [Fact]
    public void The_place_in_memory_changes_no_bit()
    {
        float[] x = UniformDraw.Of(new Random(2), 77);
        double sum = Reductions.Sum(x), dot = Reductions.Dot(x, x);
        for (int offset = 0; offset < 20; offset++)
        {
            float[] shifted = [.. new float[offset], .. x];
            Reductions.Sum(shifted.AsSpan(offset)).Should().Be(sum);
            Reductions.Dot(shifted.AsSpan(offset), x).Should().Be(dot);
        }
    }

    [Fact]
    public void The_square_of_a_large_gradient_does_not_overflow() =>
        Reductions.Dot([1e30f, 1e30f, 1e30f], [1e30f, 1e30f, 1e30f]).Should().BeApproximately(3e60, 1e54);

    [Fact]
    public void The_sums_of_columns_are_those_of_plain_loops_over_them_at_every_number_of_rows()
    {
        Random random = new(3);
        for (int rows = 1; rows <= 200; rows++)
        {
            foreach (int columns in new[] { 0, 1, 2, 7, 33 })
            {
                float[] matrix = UniformDraw.Of(random, rows * columns), sums = [.. Enumerable.Repeat(float.NaN, rows)],
                    expected = new float[rows];
                for (int place = 0; place < matrix.Length; place++) expected[place % rows] += matrix[place];
                Reductions.SumOfColumns(matrix, sums);
                Bits.Of(sums).AsSpan().SequenceEqual(Bits.Of(expected)).Should().BeTrue("of {0} rows and {1} columns", rows, columns);
            }
        }
    }
}
