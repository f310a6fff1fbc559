using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Sums in one fixed order: sixteen running sums, added up in halves. Neither the address of a span nor the width of
/// the processor's registers changes a bit.
/// </summary>
internal static class Reductions
{
    /// <summary>Σ xᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Sum(ReadOnlySpan<float> x)
    {
        Vector512<float> sum = default;
        int i = 0;
        for (; i + 16 <= x.Length; i += 16) sum += Vector512.Create(x[i..]);
        return Total(sum + Tail(x[i..]));
    }

    /// <summary>Σ xᵢ·yᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Vector512<float> sum = default;
        int i = 0;
        for (; i + 16 <= x.Length; i += 16) sum += Vector512.Create(x[i..]) * Vector512.Create(y[i..]);
        return Total(sum + Tail(x[i..]) * Tail(y[i..]));
    }

    /// <summary>The sums of a matrix's rows, over its columns in their order; the matrix lies column by column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumOfColumns(ReadOnlySpan<float> matrix, Span<float> sums)
    {
        int rows = sums.Length, row = 0;
        for (; row + 64 <= rows; row += 64)
        {
            // four sums side by side, so that none waits for itself
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

    /// <summary>Σ xᵢ·yᵢ in double precision, for what is one number of many: a norm, or a factor's gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double DotInDouble(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double even = 0, odd = 0;
        int i = 0;
        for (; i + 2 <= x.Length; i += 2)
        {
            even += (double)x[i] * y[i];
            odd += (double)x[i + 1] * y[i + 1];
        }

        return i < x.Length ? even + odd + (double)x[i] * y[i] : even + odd;
    }

    private static Vector512<float> Tail(ReadOnlySpan<float> x)
    {
        Span<float> padded = stackalloc float[16];
        padded.Clear();
        x.CopyTo(padded);
        return Vector512.Create<float>(padded);
    }

    private static float Total(Vector512<float> sum)
    {
        Vector256<float> eight = sum.GetLower() + sum.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
