using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// The three matrix products of a layer. Matrices lie column by column; activations are features × samples. Every
/// element's sum runs in one order whatever the tile, so that results do not depend on how the work is divided.
/// </summary>
internal static unsafe class Product
{
    /// <summary>Z = W·A + b: W is outputs × inputs, A inputs × samples, Z outputs × samples; no bias if b is empty.</summary>
    public static void Forward(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> activations, Span<float> z, int inputs, int outputs)
    {
        fixed (float* w = weight, b = bias, a = activations, c = z)
        {
            Multiply(new ProductOperands
            {
                Rows = outputs, Columns = z.Length / outputs, Depth = inputs,
                A = w, AColumn = outputs,
                B = a, BRow = 1, BColumn = inputs,
                C = c, CColumn = outputs,
                Start = b,
            });
        }
    }

    /// <summary>dA = Wᵀ·Δ, or dA += Wᵀ·Δ, from the transposed weight (inputs × outputs) and Δ (outputs × samples).</summary>
    public static void InputGradient(
        ReadOnlySpan<float> transposedWeight, ReadOnlySpan<float> delta, Span<float> inputGradient, int inputs, int outputs, bool accumulate)
    {
        fixed (float* w = transposedWeight, d = delta, c = inputGradient)
        {
            Multiply(new ProductOperands
            {
                Rows = inputs, Columns = inputGradient.Length / inputs, Depth = outputs,
                A = w, AColumn = inputs,
                B = d, BRow = 1, BColumn = outputs,
                C = c, CColumn = inputs,
                Start = accumulate ? c : null, StartColumn = inputs,
            });
        }
    }

    /// <summary>dW = Δ·Aᵀ, its columns from <paramref name="first"/> on, as many as the given part of dW holds.</summary>
    public static void WeightGradient(
        ReadOnlySpan<float> delta, ReadOnlySpan<float> activations, Span<float> weightGradient, int inputs, int outputs, int first)
    {
        fixed (float* d = delta, a = activations, c = weightGradient)
        {
            Multiply(new ProductOperands
            {
                Rows = outputs, Columns = weightGradient.Length / outputs, Depth = delta.Length / outputs,
                A = d, AColumn = outputs,
                B = a + first, BRow = inputs, BColumn = 1,
                C = c, CColumn = outputs,
            });
        }
    }

    /// <summary>C = A·B + S.</summary>
    private static void Multiply(in ProductOperands product)
    {
        int row = 0;
        if (Vector512.IsHardwareAccelerated) row = Rows<Simd512, Vector512<float>, Eight>(product, row);
        if (Vector256.IsHardwareAccelerated) row = Rows<Simd256, Vector256<float>, Six>(product, row);
        if (Vector128.IsHardwareAccelerated) row = Rows<Simd128, Vector128<float>, Six>(product, row);
        Rows<SimdScalar, float, Six>(product, row);
    }

    /// <summary>All rows from the given one on that fill whole vectors; what is left is for a narrower register.</summary>
    private static int Rows<TSimd, TVector, TColumns>(in ProductOperands product, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TColumns : struct, ICount
    {
        for (; row + 2 * TSimd.Count <= product.Rows; row += 2 * TSimd.Count) Panel<TSimd, TVector, Two, TColumns>(product, row);
        for (; row + TSimd.Count <= product.Rows; row += TSimd.Count) Panel<TSimd, TVector, One, TColumns>(product, row);
        return row;
    }

    private static void Panel<TSimd, TVector, TVectors, TColumns>(in ProductOperands product, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
    {
        int column = 0;
        for (; column + TColumns.Value <= product.Columns; column += TColumns.Value)
        {
            ProductTile<TSimd, TVector, TVectors, TColumns>.Compute(product, row, column);
        }

        switch (product.Columns - column)
        {
            case 1: ProductTile<TSimd, TVector, TVectors, One>.Compute(product, row, column); break;
            case 2: ProductTile<TSimd, TVector, TVectors, Two>.Compute(product, row, column); break;
            case 3: ProductTile<TSimd, TVector, TVectors, Three>.Compute(product, row, column); break;
            case 4: ProductTile<TSimd, TVector, TVectors, Four>.Compute(product, row, column); break;
            case 5: ProductTile<TSimd, TVector, TVectors, Five>.Compute(product, row, column); break;
            case 6: ProductTile<TSimd, TVector, TVectors, Six>.Compute(product, row, column); break;
            case 7: ProductTile<TSimd, TVector, TVectors, Seven>.Compute(product, row, column); break;
        }
    }
}
