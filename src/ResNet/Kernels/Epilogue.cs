namespace ResNet;

/// <summary>
/// What is done to finished results x, such as a product's sums, before they are stored: g(x + T), with a rectifier g.
/// </summary>
internal readonly ref struct Epilogue()
{
    /// <summary>The results unchanged.</summary>
    public static Epilogue None => new();

    /// <summary>T, of the results' shape; empty for zero.</summary>
    public ReadOnlySpan<float> Addend { get; init; }

    /// <summary>What g multiplies by where the sign is negative or zero: 1 changes nothing, 0 is a ReLU.</summary>
    public float Slope { get; init; } = 1;

    /// <summary>The values whose signs g uses, of the results' shape; empty for x + T itself.</summary>
    public ReadOnlySpan<float> Sign { get; init; }

    /// <summary>What g multiplies all by besides, where it goes by a sign.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Runs a loop with the end that stores g(x + T) in C, for the rectifier of this slope.</summary>
    public unsafe void Run<TLoop>(in TLoop loop, float* c, float* addend, float* sign)
        where TLoop : struct, IStoringLoop, allows ref struct
    {
        if (Slope == 1) loop.Run(new SumEnd<NoRectifier> { C = c, Addend = addend });
        else if (Slope == 0 && sign == null) loop.Run(new SumEnd<Cut> { C = c, Addend = addend });
        else loop.Run(new SumEnd<Leak> { C = c, Addend = addend, Rectifier = new() { Slope = Slope, Sign = sign, Scale = Scale } });
    }
}
