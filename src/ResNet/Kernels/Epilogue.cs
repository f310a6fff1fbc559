namespace ResNet;

/// <summary>
/// What is done to finished results x, such as a product's sums, before they are stored: g(γx + β₁ + β₂ + T), with a rectifier g.
/// </summary>
internal readonly ref struct Epilogue()
{
    /// <summary>The results unchanged.</summary>
    public static Epilogue None => new();

    /// <summary>γ, a number for each row; empty for 1, and then there is no β.</summary>
    public ReadOnlySpan<float> RowScale { get; init; }

    /// <summary>β₁, likewise.</summary>
    public ReadOnlySpan<float> RowShift { get; init; }

    /// <summary>β₂, likewise: what one number is too coarse for where γx and β are large and nearly cancel.</summary>
    public ReadOnlySpan<float> RowRemainder { get; init; }

    /// <summary>T, of the results' shape; empty for zero.</summary>
    public ReadOnlySpan<float> Addend { get; init; }

    /// <summary>What g multiplies by where the sign is negative or zero: 1 changes nothing, 0 is a ReLU.</summary>
    public float Slope { get; init; } = 1;

    /// <summary>The values whose signs g uses, of the results' shape; empty for x + T itself.</summary>
    public ReadOnlySpan<float> Sign { get; init; }

    /// <summary>What g multiplies all by besides, where it goes by a sign.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Runs a loop with the end that stores g(x + T) in C, for the rectifier of this slope.</summary>
    public unsafe void Run<TLoop>(in TLoop loop, float* c)
        where TLoop : struct, IStoringLoop, allows ref struct
    {
        fixed (float* t = Addend, sign = Sign)
        {
            if (Slope == 1) Run(loop, new SumEnd<NoRectifier> { C = c, Addend = t });
            else if (Slope == 0 && sign == null) Run(loop, new SumEnd<Cut> { C = c, Addend = t });
            else Run(loop, new SumEnd<Leak> { C = c, Addend = t, Rectifier = new() { Slope = Slope, Sign = sign, Scale = Scale } });
        }
    }

    private unsafe void Run<TLoop, TRectifier>(in TLoop loop, SumEnd<TRectifier> sum)
        where TLoop : struct, IStoringLoop, allows ref struct
        where TRectifier : struct, IRectifier
    {
        if (RowScale.IsEmpty)
        {
            loop.Run(sum);
            return;
        }

        fixed (float* scale = RowScale, shift = RowShift, remainder = RowRemainder)
        {
            loop.Run(new ScaledEnd<TRectifier> { Sum = sum, Scale = scale, Shift = shift, Remainder = remainder });
        }
    }
}
