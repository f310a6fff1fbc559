using System.Numerics;
using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// Sums over all columns of a batch, the same bits on any number of lanes. Groups of eight columns are added along a binary tree whose
/// shape depends on nothing but their number. A lane adds up the whole subtrees of its own columns; when all lanes have done so, each
/// that wants the total adds those few subtrees for itself: so few cache lines cross from lane to lane.
/// </summary>
/// <param name="columns">the most columns</param>
/// <param name="width">the numbers in a sum</param>
/// <param name="sumColumns">writes the sums over a whole subtree's columns, added along it</param>
internal sealed class BatchSums(int columns, int width, BatchSums.ColumnsSum sumColumns)
{
    /// <summary>Columns of a group: lanes take samples in multiples of as many.</summary>
    private const int Group = 8;

    /// <summary>Numbers in front of a sum: the first says how many groups it is of, the others fill the cache line.</summary>
    private const int Header = 8;

    /// <summary>A header and a sum for each group: that of the subtree which begins with it.</summary>
    private readonly double[] subtrees = new double[GroupsIn(columns) * (Header + width)];

    /// <summary>Writes the sums over columns, groups of eight being added pairwise.</summary>
    public delegate void ColumnsSum(Lane lane, Slice columns, Span<double> sums);

    /// <summary>The length of the scratch memory that a lane needs: two sums, and one for each level of the tree.</summary>
    public static int ScratchFor(int columns, int width) => (BitOperations.Log2((uint)Root(GroupsIn(columns))) + 2) * width;

    /// <summary>Adds up a lane's own columns, of so many in all.</summary>
    public void AddUp(Lane lane, Slice own, int all)
    {
        var groups = new Slice(own.First / Group, GroupsIn(own.Count));
        AddUp(lane, new Subtree(0, Root(GroupsIn(all))), groups, all);
    }

    /// <summary>The total over so many columns, once all lanes have added up theirs: at the start of the scratch memory.</summary>
    public Span<double> Total(int all, Span<double> scratch)
    {
        Total(new Subtree(0, Root(GroupsIn(all))), GroupsIn(all), scratch);
        return scratch[..width];
    }

    /// <summary>Walks down to the subtrees whose groups are all the lane's.</summary>
    private void AddUp(Lane lane, Subtree tree, Slice groups, int all)
    {
        if (tree.First >= groups.End || tree.End <= groups.First) return;
        if (tree.First >= groups.First && Math.Min(tree.End, GroupsIn(all)) <= groups.End)
        {
            int first = tree.First * Group;
            sumColumns(lane, new Slice(first, Math.Min(tree.Groups * Group, all - first)), SumOf(tree.First));
            HeaderOf(tree.First) = tree.Groups;
            return;
        }

        AddUp(lane, tree.Left, groups, all);
        AddUp(lane, tree.Right, groups, all);
    }

    /// <summary>A subtree that is not one lane's begins with one that is, so what its header says is of this pass.</summary>
    private void Total(Subtree tree, int groups, Span<double> scratch)
    {
        if (HeaderOf(tree.First) == tree.Groups)
        {
            SumOf(tree.First).CopyTo(scratch);
            return;
        }

        Total(tree.Left, groups, scratch);
        if (tree.Right.First >= groups) return;
        Total(tree.Right, groups, scratch[width..]);
        TensorPrimitives.Add(scratch[..width], scratch.Slice(width, width), scratch[..width]);
    }

    private ref double HeaderOf(int first) => ref subtrees[first * (Header + width)];

    private Span<double> SumOf(int first) => subtrees.AsSpan(first * (Header + width) + Header, width);

    private static int GroupsIn(int columns) => (columns + Group - 1) / Group;

    private static int Root(int groups) => (int)BitOperations.RoundUpToPowerOf2((uint)groups);

    /// <summary>So many groups, a power of two, of which the last may be missing.</summary>
    private readonly record struct Subtree(int First, int Groups)
    {
        public int End => First + Groups;

        public Subtree Left => new(First, Groups / 2);

        public Subtree Right => new(First + Groups / 2, Groups / 2);
    }
}
