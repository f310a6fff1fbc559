using System.Numerics;

namespace ResNet.Tests.Passes;

public class BatchSumsTests
{
    private const int Width = 2;

    /// <summary>Values of such different sizes that their sum depends on the order.</summary>
    private readonly double[] values = [.. Enumerable.Range(0, 200).Select(j => Math.Sin(j) * Math.Pow(10, j % 17))];

    [Fact]
    public void Every_number_of_lanes_gives_the_bits_of_the_tree()
    {
        for (int columns = 1; columns <= values.Length; columns++)
        {
            var sums = new BatchSums(values.Length, Width, SumColumns);
            double expected = Tree(0, 256, columns);
            for (int lanes = 1; lanes <= 9; lanes++)
            {
                for (int lane = lanes - 1; lane >= 0; lane--)
                {
                    sums.AddUp(Lane.Alone, Slice.Part(columns, lane, lanes, granule: 8), columns);
                }

                Span<double> total = sums.Total(columns, Scratch());
                total[0].Should().Be(expected, "of {0} columns on {1} lanes", columns, lanes);
                total[1].Should().Be(columns);
            }
        }
    }

    private void SumColumns(Lane lane, Slice columns, Span<double> sums)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)columns.Count);
        (sums[0], sums[1]) = (Tree(columns.First, size, columns.End), columns.Count);
    }

    /// <summary>The sum of half the groups and of the other half.</summary>
    private double Tree(int first, int count, int columns)
    {
        if (first >= columns) return 0;
        if (count <= 8) return values[first..Math.Min(first + count, columns)].Aggregate(0.0, (sum, value) => sum + value);
        return Tree(first, count / 2, columns) + Tree(first + count / 2, count / 2, columns);
    }

    private double[] Scratch() => new double[BatchSums.ScratchFor(values.Length, Width)];
}
