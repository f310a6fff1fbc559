namespace ResNet;

/// <summary>
/// The products of a layer. Matrices lie column by column; activations are features × samples. Every element's sum runs
/// in one order whatever the tile, so that results do not depend on how the work is divided.
/// </summary>
internal static unsafe class Product
{
    /// <summary>Z = g(W·A + b + T): W is outputs × inputs, A inputs × samples, Z outputs × samples; no bias if b is empty.</summary>
    public static void Forward(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> activations, Span<float> z, int inputs, int outputs,
        Epilogue epilogue, Prefetch prefetch = default, Slice? rows = null)
    {
        fixed (float* w = weight, b = bias, a = activations, c = z, t = epilogue.Addend)
        {
            var product = new ProductOperands
            {
                Rows = outputs, Columns = new Slice(0, z.Length / outputs), Depth = inputs,
                A = w, ARow = 1, AColumn = outputs,
                B = a, BRow = 1, BColumn = inputs,
                Start = b,
                Prefetch = prefetch,
            };
            Multiply(product, c, t, epilogue.Slope, sign: null, rows ?? new Slice(0, outputs));
        }
    }

    /// <summary>dA = g(Wᵀ·Δ + T), from W (outputs × inputs) and Δ (outputs × samples). T may be dA as it is.</summary>
    public static void InputGradient(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> delta, Span<float> inputGradient, int inputs, int outputs,
        Epilogue epilogue, Prefetch prefetch = default)
    {
        fixed (float* w = weight, d = delta, c = inputGradient, t = epilogue.Addend, s = epilogue.Sign)
        {
            // sums of more than one run are kept in dA meanwhile: a T that lies there must be in them from the start
            bool inPlace = t == c;
            var product = new ProductOperands
            {
                Rows = inputs, Columns = new Slice(0, inputGradient.Length / inputs), Depth = outputs,
                A = w, ARow = outputs, AColumn = 1,
                B = d, BRow = 1, BColumn = outputs,
                Start = inPlace ? t : null, StartColumn = inputs,
                Prefetch = prefetch,
            };
            Multiply(product, c, inPlace ? null : t, epilogue.Slope, s, new Slice(0, inputs));
        }
    }

    /// <summary>Computes that part of dW = Δ·Aᵀ; dW is outputs × inputs.</summary>
    public static void WeightGradient(in OuterProducts part, Span<float> weightGradient)
    {
        fixed (float* d = part.Delta, a = part.Activations, c = weightGradient)
        {
            float* first = c + FirstOf(part);
            ProductBlocks.Multiply(Operands(part, d, a), new SumEnd<NoRectifier> { C = first }, first, new Slice(0, part.Outputs));
        }
    }

    /// <summary>
    /// Updates that part of W with its gradient, which is not stored. All spans are as W, outputs × inputs; the second
    /// moments are empty where the update has one, and the sums for at most <see cref="Packing.Depth"/> samples. If other
    /// lanes hold copies of W and are far, new weights had better go past the caches.
    /// </summary>
    public static void WeightUpdate<TUpdate>(
        in TUpdate update, in OuterProducts part, Span<float> weight, Span<float> firstMoments, Span<float> secondMoments, Span<float> sums,
        bool pastCaches)
        where TUpdate : struct, IUpdate
    {
        fixed (float* d = part.Delta, a = part.Activations, w = weight, m = firstMoments, v = secondMoments, s = sums)
        {
            int first = FirstOf(part);
            var end = new UpdateEnd<TUpdate>(update, w + first, m + first, v == null ? null : v + first, Packing.Sums) { PastCaches = pastCaches };
            ProductBlocks.Multiply(Operands(part, d, a), end, s == null ? null : s + first, new Slice(0, part.Outputs));
            if (pastCaches) NonTemporal.Fence();
        }
    }

    /// <summary>C = g(S + A·B + T), by the rectifier of that slope.</summary>
    private static void Multiply(in ProductOperands product, float* c, float* addend, float slope, float* sign, Slice rows)
    {
        if (slope == 1) ProductBlocks.Multiply(product, new SumEnd<NoRectifier> { C = c, Addend = addend }, c, rows);
        else if (slope == 0 && sign == null) ProductBlocks.Multiply(product, new SumEnd<Cut> { C = c, Addend = addend }, c, rows);
        else ProductBlocks.Multiply(product, new SumEnd<Leak> { C = c, Addend = addend, Rectifier = new() { Slope = slope, Sign = sign } }, c, rows);
    }

    /// <summary>Where the part's columns begin.</summary>
    private static int FirstOf(in OuterProducts part) => part.Columns.First * part.Outputs;

    private static ProductOperands Operands(in OuterProducts part, float* delta, float* activations) => new()
    {
        Rows = part.Outputs, Columns = new Slice(0, part.Columns.Count), Depth = part.Samples,
        A = delta, ARow = 1, AColumn = part.Outputs,
        B = activations + part.Columns.First, BRow = part.Inputs, BColumn = 1,
    };
}
