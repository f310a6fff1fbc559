namespace ResNet;

/// <summary>
/// The sum over samples of δ aᵀ, a weight's gradient, or some of its columns: Δ is outputs × samples, A inputs × samples.
/// </summary>
internal readonly ref struct OuterProducts(ReadOnlySpan<float> delta, ReadOnlySpan<float> activations, int outputs, int inputs)
{
    public ReadOnlySpan<float> Delta { get; } = delta;

    public ReadOnlySpan<float> Activations { get; } = activations;

    public int Outputs { get; } = outputs;

    public int Inputs { get; } = inputs;

    public int Samples => Delta.Length / Outputs;

    public Slice Columns { get; init; } = new(0, inputs);
}
