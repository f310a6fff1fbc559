using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Sums in one fixed order, most of them in double precision: sixteen running sums, added by halves at the end. Results are
/// the same bits whatever the address of a span and the width of the processor's registers.
/// </summary>
internal static class Reductions
{
    /// <summary>Σ xᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<float> x)
    {
        Vector512<double> low = default, high = default;
        for (; x.Length >= 16; x = x[16..]) Add(Vector512.Create(x), ref low, ref high);
        Add(Tail(x), ref low, ref high);
        return Total(low + high);
    }

    /// <summary>Σ xᵢ·yᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Vector512<double> low = default, high = default;
        for (; x.Length >= 16; x = x[16..], y = y[16..]) AddProducts(Vector512.Create(x), Vector512.Create(y), ref low, ref high);
        AddProducts(Tail(x), Tail(y), ref low, ref high);
        return Total(low + high);
    }

    /// <summary>The sum of each row of a column-major matrix, over its columns in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumOfColumns(ReadOnlySpan<float> matrix, Span<float> sums)
    {
        int rows = sums.Length, row = 0;
        for (; row + 64 <= rows; row += 64)
        {
            // four independent sums: an add does not wait for the one before it
            Vector512<float> a = default, b = default, c = default, d = default;
            for (int i = row; i + 64 <= matrix.Length; i += rows)
            {
                a += Vector512.Create(matrix[i..]);
                b += Vector512.Create(matrix[(i + 16)..]);
                c += Vector512.Create(matrix[(i + 32)..]);
                d += Vector512.Create(matrix[(i + 48)..]);
            }

            a.CopyTo(sums[row..]);
            b.CopyTo(sums[(row + 16)..]);
            c.CopyTo(sums[(row + 32)..]);
            d.CopyTo(sums[(row + 48)..]);
        }

        for (; row < rows; row++)
        {
            float sum = 0;
            for (int i = row; i < matrix.Length; i += rows) sum += matrix[i];
            sums[row] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<float> x, ref Vector512<double> low, ref Vector512<double> high)
    {
        (Vector512<double> xLow, Vector512<double> xHigh) = Vector512.Widen(x);
        low += xLow;
        high += xHigh;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProducts(Vector512<float> x, Vector512<float> y, ref Vector512<double> low, ref Vector512<double> high)
    {
        (Vector512<double> xLow, Vector512<double> xHigh) = Vector512.Widen(x);
        (Vector512<double> yLow, Vector512<double> yHigh) = Vector512.Widen(y);
        low += xLow * yLow;
        high += xHigh * yHigh;
    }

    private static Vector512<float> Tail(ReadOnlySpan<float> x)
    {
        Span<float> padded = stackalloc float[16];
        padded.Clear();
        x.CopyTo(padded);
        return Vector512.Create<float>(padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Total(Vector512<double> sum)
    {
        Vector256<double> four = sum.GetLower() + sum.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
