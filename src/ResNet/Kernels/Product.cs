namespace ResNet;

/// <summary>
/// The three matrix products of a linear layer Z = W·A + b, with n samples in the batch:
/// <code>
/// forward           Z  = W·A + b    W: outputs × inputs,  A: inputs × n,   Z: outputs × n,  b: outputs
/// input gradient    dA = Wᵀ·Δ       Δ = ∂L/∂Z: outputs × n,  dA: inputs × n
/// weight gradient   dW = Δ·Aᵀ       the sum over samples of δ aᵀ; dW: outputs × inputs
/// </code>
/// All matrices are column-major. Every element's sum is added up in the same order whatever the tile, so that results do
/// not depend on how the work is divided.
/// </summary>
internal static unsafe class Product
{
    /// <summary>Z = g(γ(W·A + b) + β + T): T and Z are outputs × samples; b is empty for no bias.</summary>
    public static void Forward(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> activations, Span<float> z, int inputs, int outputs,
        Epilogue epilogue, Prefetch prefetch = default, Slice? rows = null)
    {
        fixed (float* w = weight, b = bias, a = activations, c = z)
        {
            var product = new ProductOperands
            {
                Rows = outputs, Columns = new Slice(0, z.Length / outputs), Depth = inputs,
                A = w, ARow = 1, AColumn = outputs,
                B = a, BRow = 1, BColumn = inputs,
                Start = b,
                Prefetch = prefetch,
            };
            Slice own = rows ?? new Slice(0, outputs);
            epilogue.Run(new Tiles { Product = product, C = c, Rows = own }, c);
        }
    }

    /// <summary>dA = g(Wᵀ·Δ + T): T and dA are inputs × samples. T may be dA itself, which is then added to.</summary>
    public static void InputGradient(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> delta, Span<float> inputGradient, int inputs, int outputs,
        Epilogue epilogue, Prefetch prefetch = default)
    {
        fixed (float* w = weight, d = delta, c = inputGradient, t = epilogue.Addend)
        {
            // a depth of several runs keeps partial sums in dA: a T stored there must be in the sums from the start
            bool inPlace = t == c;
            var product = new ProductOperands
            {
                Rows = inputs, Columns = new Slice(0, inputGradient.Length / inputs), Depth = outputs,
                A = w, ARow = outputs, AColumn = 1,
                B = d, BRow = 1, BColumn = outputs,
                Start = inPlace ? t : null, StartColumn = inputs,
                Prefetch = prefetch,
            };
            Epilogue end = inPlace ? epilogue with { Addend = default } : epilogue;
            end.Run(new Tiles { Product = product, C = c, Rows = new Slice(0, inputs) }, c);
        }
    }

    /// <summary>Computes the part's columns of dW = Δ·Aᵀ; dW is outputs × inputs.</summary>
    public static void WeightGradient(in OuterProducts part, Span<float> weightGradient)
    {
        fixed (float* d = part.Delta, a = part.Activations, c = weightGradient)
        {
            float* first = c + FirstOf(part);
            ProductBlocks.Multiply(Operands(part, d, a), new SumEnd<NoRectifier> { C = first }, first, new Slice(0, part.Outputs));
        }
    }

    /// <summary>
    /// Updates the part's columns of W with their gradient, which is not stored. All spans have W's shape, outputs × inputs;
    /// second moments are empty where the optimizer keeps only one, and sums for at most <see cref="Packing.Depth"/> samples.
    /// New weights should bypass the caches if lanes on another die hold copies of W.
    /// </summary>
    public static void WeightUpdate<TUpdate>(
        in TUpdate update, in OuterProducts part, Span<float> weight, Span<float> firstMoments, Span<float> secondMoments, Span<float> sums,
        bool pastCaches)
        where TUpdate : struct, IUpdate
    {
        fixed (float* d = part.Delta, a = part.Activations, w = weight, m = firstMoments, v = secondMoments, s = sums)
        {
            int first = FirstOf(part);
            var end = new UpdateEnd<TUpdate>(
                update, w + first, m + first, v == null ? null : v + first, Packing.Sums)
            { PastCaches = pastCaches };
            ProductBlocks.Multiply(Operands(part, d, a), end, s == null ? null : s + first, new Slice(0, part.Outputs));
            if (pastCaches) NonTemporal.Fence();
        }
    }

    /// <summary>The index of the part's first element in dW.</summary>
    private static int FirstOf(in OuterProducts part) => part.Columns.First * part.Outputs;

    private static ProductOperands Operands(in OuterProducts part, float* delta, float* activations) => new()
    {
        Rows = part.Outputs, Columns = new Slice(0, part.Columns.Count), Depth = part.Samples,
        A = delta, ARow = 1, AColumn = part.Outputs,
        B = activations + part.Columns.First, BRow = part.Inputs, BColumn = 1,
    };

    /// <summary>The tiles of some rows of C.</summary>
    private readonly ref struct Tiles : IStoringLoop
    {
        public ProductOperands Product { get; init; }

        public float* C { get; init; }

        public Slice Rows { get; init; }

        public void Run<TEnd>(in TEnd end)
            where TEnd : struct, IProductEnd => ProductBlocks.Multiply(Product, end, C, Rows);
    }
}
