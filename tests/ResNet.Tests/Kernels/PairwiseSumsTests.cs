namespace ResNet.Tests.Kernels;

public unsafe class PairwiseSumsTests
{
    [Fact]
    public void Groups_are_added_along_a_binary_tree()
    {
        double[] values = [.. Enumerable.Range(0, 70).Select(i => Math.Sin(i) * Math.Pow(10, i % 17))];
        for (int groups = 1; groups <= values.Length; groups++)
        {
            double[] memory = new double[PairwiseSums.LengthFor(groups, width: 9)];
            fixed (double* first = memory)
            {
                var sums = new PairwiseSums(first, width: 9);
                for (int group = 0; group < groups; group++)
                {
                    new Span<double>(sums.Next, 9).Fill(values[group]);
                    sums.Add();
                }

                new Span<double>(sums.Total(), 9).ToArray().Should().AllBeEquivalentTo(Tree(0, 128, groups));
            }
        }

        double Tree(int first, int count, int groups) => first >= groups
            ? 0
            : count == 1 ? values[first] : Tree(first, count / 2, groups) + Tree(first + count / 2, count / 2, groups);
    }
}
