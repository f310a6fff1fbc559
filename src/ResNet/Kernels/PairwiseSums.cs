using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Adds sums of groups along a binary tree as they come: two single ones, then two pairs, then two fours. What is left over at the end
/// is added from the last to the first, as if the missing groups were empty.
/// </summary>
/// <param name="memory">room for <see cref="LengthFor"/> numbers</param>
/// <param name="width">the numbers in a sum</param>
internal unsafe struct PairwiseSums(double* memory, int width)
{
    private readonly double* bottom = memory;
    private readonly int width = width;
    private double* top = memory;
    private int groups;

    /// <summary>The numbers of memory for so many groups.</summary>
    public static int LengthFor(int groups, int width) => (BitOperations.Log2((uint)Math.Max(1, groups)) + 2) * width;

    /// <summary>Where the next group's sum is to be written, before <see cref="Add"/>.</summary>
    public readonly double* Next => top;

    /// <summary>Takes the sum that was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add()
    {
        for (int pairs = groups++; (pairs & 1) != 0; pairs >>= 1) AddToOneBelow();
        top += width;
    }

    /// <summary>The sum of all groups, of which there is at least one; begins anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double* Total()
    {
        for (top -= width; top > bottom;) AddToOneBelow();
        groups = 0;
        return bottom;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToOneBelow()
    {
        double* below = top - width;
        int k = 0;
        for (; k + 8 <= width; k += 8) (Vector512.Load(below + k) + Vector512.Load(top + k)).Store(below + k);
        for (; k < width; k++) below[k] += top[k];
        top = below;
    }
}
