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
        Epilogue epilogue, Ahead ahead = default, Slice? rows = null)
    {
        fixed (float* w = weight, b = bias, a = activations, c = z, t = epilogue.Addend)
        {
            var product = new ProductOperands
            {
                Rows = outputs, Columns = z.Length / outputs, Depth = inputs,
                A = w, ARow = 1, AColumn = outputs,
                B = a, BRow = 1, BColumn = inputs,
                Start = b,
                Ahead = ahead,
            };
            var end = new SumEnd { C = c, Addend = t, Slope = epilogue.Slope };
            ProductBlocks.Multiply(product, end, c, rows ?? new Slice(0, outputs));
        }
    }

    /// <summary>dA = g(Wᵀ·Δ + T), from W (outputs × inputs) and Δ (outputs × samples). T may be dA as it is.</summary>
    public static void InputGradient(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> delta, Span<float> inputGradient, int inputs, int outputs,
        Epilogue epilogue, Ahead ahead = default)
    {
        fixed (float* w = weight, d = delta, c = inputGradient, t = epilogue.Addend, s = epilogue.Sign)
        {
            // sums of more than one run are kept in dA meanwhile: a T that lies there must be in them from the start
            bool inPlace = t == c;
            var product = new ProductOperands
            {
                Rows = inputs, Columns = inputGradient.Length / inputs, Depth = outputs,
                A = w, ARow = outputs, AColumn = 1,
                B = d, BRow = 1, BColumn = outputs,
                Start = inPlace ? t : null, StartColumn = inputs,
                Ahead = ahead,
            };
            var end = new SumEnd { C = c, Addend = inPlace ? null : t, Slope = epilogue.Slope, Sign = s };
            ProductBlocks.Multiply(product, end, c, new Slice(0, inputs));
        }
    }

    /// <summary>dW = Δ·Aᵀ, its columns from <paramref name="first"/> on, as many as the given part of dW holds.</summary>
    public static void WeightGradient(
        ReadOnlySpan<float> delta, ReadOnlySpan<float> activations, Span<float> weightGradient, int inputs, int outputs, int first)
    {
        fixed (float* d = delta, a = activations, c = weightGradient)
        {
            ProductOperands product = OuterProducts(d, a + first, delta.Length / outputs, inputs, outputs, weightGradient.Length / outputs);
            ProductBlocks.Multiply(product, new SumEnd { C = c, Slope = 1 }, c, new Slice(0, outputs));
        }
    }

    /// <summary>
    /// Updates columns of W, from <paramref name="first"/> on, with their gradient Δ·Aᵀ, which is never stored. For at most
    /// <see cref="Packing.Depth"/> samples. The second moments are empty where the update has one.
    /// </summary>
    public static void WeightUpdate<TUpdate>(
        in TUpdate update, ReadOnlySpan<float> delta, ReadOnlySpan<float> activations, Span<float> weight, Span<float> firstMoments,
        Span<float> secondMoments, int inputs, int outputs, int first)
        where TUpdate : struct, IUpdate
    {
        fixed (float* d = delta, a = activations, w = weight, m = firstMoments, v = secondMoments)
        {
            ProductOperands product = OuterProducts(d, a + first, delta.Length / outputs, inputs, outputs, weight.Length / outputs);
            ProductBlocks.Multiply(product, new UpdateEnd<TUpdate> { Update = update, Weight = w, First = m, Second = v }, sums: null, new Slice(0, outputs));
        }
    }

    /// <summary>The sum over samples of δ aᵀ, for some of a's features.</summary>
    private static ProductOperands OuterProducts(float* delta, float* a, int samples, int inputs, int outputs, int features) => new()
    {
        Rows = outputs, Columns = features, Depth = samples,
        A = delta, ARow = 1, AColumn = outputs,
        B = a, BRow = inputs, BColumn = 1,
    };
}
