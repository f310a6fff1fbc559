using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// The three matrix products of a layer. Matrices lie column by column; activations are features × samples. Every
/// element's sum runs in one order whatever the tile, so that results do not depend on how the work is divided.
/// </summary>
internal static unsafe class Product
{
    /// <summary>From so many columns on, packing A takes less time than it saves.</summary>
    private const int WorthPacking = 24;

    /// <summary>Z = g(W·A + b + T): W is outputs × inputs, A inputs × samples, Z outputs × samples; no bias if b is empty.</summary>
    public static void Forward(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> activations, Span<float> z, int inputs, int outputs,
        Epilogue epilogue = default)
    {
        fixed (float* w = weight, b = bias, a = activations, c = z, t = epilogue.Addend)
        {
            Multiply(new ProductOperands
            {
                Rows = outputs, Columns = z.Length / outputs, Depth = inputs,
                A = w, ARow = 1, AColumn = outputs,
                B = a, BRow = 1, BColumn = inputs,
                C = c, CColumn = outputs,
                Start = b,
                Addend = t, AddendColumn = outputs,
                Rectification = epilogue.Rectification, Slope = epilogue.Slope,
            });
        }
    }

    /// <summary>dA = g(Wᵀ·Δ + T), from W (outputs × inputs) and Δ (outputs × samples). T may be dA as it is.</summary>
    public static void InputGradient(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> delta, Span<float> inputGradient, int inputs, int outputs, Epilogue epilogue = default)
    {
        fixed (float* w = weight, d = delta, c = inputGradient, t = epilogue.Addend, s = epilogue.Sign)
        {
            Multiply(new ProductOperands
            {
                Rows = inputs, Columns = inputGradient.Length / inputs, Depth = outputs,
                A = w, ARow = outputs, AColumn = 1,
                B = d, BRow = 1, BColumn = outputs,
                C = c, CColumn = inputs,
                Addend = t, AddendColumn = inputs,
                Rectification = epilogue.Rectification, Slope = epilogue.Slope, Sign = s, SignColumn = inputs,
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
                A = d, ARow = 1, AColumn = outputs,
                B = a + first, BRow = inputs, BColumn = 1,
                C = c, CColumn = outputs,
            });
        }
    }

    /// <summary>Blocks of rows, and in each of them runs of the depth, that fit the memory for packing.</summary>
    private static void Multiply(in ProductOperands product)
    {
        for (int row = 0; row < product.Rows; row += Packing.Side)
        {
            ProductOperands block = product.Block(row, Math.Min(Packing.Side, product.Rows - row));
            for (int k = 0; k < product.Depth; k += Packing.Depth) Add(block.Run(k, Math.Min(Packing.Depth, product.Depth - k)));
        }
    }

    /// <summary>The widest registers take as many rows as fill them; what is left is for narrower ones.</summary>
    private static void Add(in ProductOperands product)
    {
        int row = 0;
        if (Vector512.IsHardwareAccelerated) row = Rows<Simd512, Vector512<float>, Eight>(product, row);
        if (Vector256.IsHardwareAccelerated) row = Rows<Simd256, Vector256<float>, Six>(product, row);
        if (Vector128.IsHardwareAccelerated) row = Rows<Simd128, Vector128<float>, Six>(product, row);
        Rows<SimdScalar, float, Six>(product, row);
    }

    private static int Rows<TSimd, TVector, TColumns>(in ProductOperands product, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TColumns : struct, ICount =>
        Panels<TSimd, TVector, One, TColumns>(product, Panels<TSimd, TVector, Two, TColumns>(product, row));

    /// <summary>All panels of so many vectors from that row on; gives the row after them.</summary>
    private static int Panels<TSimd, TVector, TVectors, TColumns>(in ProductOperands product, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
    {
        int height = TVectors.Value * TSimd.Count;
        int panels = (product.Rows - row) / height;
        if (panels == 0) return row;

        float* a = product.A + row * product.ARow;
        nint aPanel = height, aColumn = product.AColumn;
        if (product.ARow != 1 || product.Columns >= WorthPacking)
        {
            a = Pack<TSimd, TVector>(a, product, panels, height);
            aPanel = (nint)height * product.Depth;
            aColumn = height;
        }

        for (int panel = 0; panel < panels; panel++, row += height)
        {
            Tiles<TSimd, TVector, TVectors, TColumns>(product, a + panel * aPanel, aColumn, row);
        }

        return row;
    }

    private static float* Pack<TSimd, TVector>(float* a, in ProductOperands product, int panels, int height)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        float* packed = Packing.MemoryOfA;
        if (product.ARow == 1)
        {
            Packing.Pack<TSimd, TVector>(a, product.AColumn, panels, height, product.Depth, packed);
            return packed;
        }

        for (int panel = 0; panel < panels; panel++)
        {
            int first = panel * height;
            Packing.PackTransposed<TSimd, TVector>(a + first * product.ARow, product.ARow, height, product.Depth, packed + first * product.Depth);
        }

        return packed;
    }

    private static void Tiles<TSimd, TVector, TVectors, TColumns>(in ProductOperands product, float* a, nint aColumn, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
    {
        int column = 0;
        float* b = product.B;
        for (; column + TColumns.Value <= product.Columns; column += TColumns.Value)
        {
            ProductTile<TSimd, TVector, TVectors, TColumns>.Compute(product, a, aColumn, b, row, column);
            b += TColumns.Value * product.BColumn;
        }

        switch (product.Columns - column)
        {
            case 1: ProductTile<TSimd, TVector, TVectors, One>.Compute(product, a, aColumn, b, row, column); break;
            case 2: ProductTile<TSimd, TVector, TVectors, Two>.Compute(product, a, aColumn, b, row, column); break;
            case 3: ProductTile<TSimd, TVector, TVectors, Three>.Compute(product, a, aColumn, b, row, column); break;
            case 4: ProductTile<TSimd, TVector, TVectors, Four>.Compute(product, a, aColumn, b, row, column); break;
            case 5: ProductTile<TSimd, TVector, TVectors, Five>.Compute(product, a, aColumn, b, row, column); break;
            case 6: ProductTile<TSimd, TVector, TVectors, Six>.Compute(product, a, aColumn, b, row, column); break;
            case 7: ProductTile<TSimd, TVector, TVectors, Seven>.Compute(product, a, aColumn, b, row, column); break;
        }
    }
}
