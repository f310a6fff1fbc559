namespace ResNet.Tests.Kernels;

/// <summary>Lanes that share the rows of a product, against one that computes them all.</summary>
public class ProductRowsTests
{
    private const int WidestVector = 16;

    [Fact]
    public void The_lanes_rows_have_the_same_bits_as_the_whole_and_no_other_row_is_written() => ProductSizes.ForAll(ShouldBeTheWhole);

    [Fact]
    public void So_they_have_in_a_product_of_one_column()
    {
        Random random = new(3);
        for (int outputs = 100; outputs <= 600; outputs += 7) ShouldBeTheWhole(inputs: outputs % 300 + 1, outputs, samples: 1, random);
    }

    private static void ShouldBeTheWhole(int inputs, int outputs, int samples, Random random)
    {
        float[] w = UniformDraw.Of(random, outputs * inputs), a = UniformDraw.Of(random, inputs * samples),
            b = UniformDraw.Of(random, outputs);
        float[] t = UniformDraw.Of(random, outputs * samples), whole = new float[outputs * samples];
        Product.Forward(w, b, a, whole, inputs, outputs, new Epilogue { Addend = t, Slope = 0.01f });
        int lanes = random.Next(1, 9), granule = random.Next(2) == 0 ? WidestVector : 1;
        for (int index = 0; index < lanes; index++)
        {
            Slice rows = new Lane(index, lanes, new LaneBarrier()).Share(outputs, granule);
            float[] part = [.. Enumerable.Repeat(float.NaN, whole.Length)];
            Product.Forward(w, b, a, part, inputs, outputs, new Epilogue { Addend = t, Slope = 0.01f }, rows: rows);
            float[] expected = [.. whole.Select((value, place) => IsIn(rows, place % outputs) ? value : float.NaN)];
            Bits.Of(part).AsSpan().SequenceEqual(Bits.Of(expected))
                .Should().BeTrue(
                    "of {0} × {1} outputs from {2} inputs, these are the rows {3} to {4}", outputs, samples, inputs, rows.First, rows.End);
        }
    }

    private static bool IsIn(Slice rows, int row) => row >= rows.First && row < rows.End;
}
