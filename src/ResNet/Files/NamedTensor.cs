namespace ResNet;

/// <summary>An array of a network as it is stored in files.</summary>
/// <param name="Name">its name, such as <c>blocks.3.layers.1.weight</c></param>
/// <param name="Sizes">its shape: [outputs, inputs] for a weight, [n] for a vector</param>
/// <param name="Values">the values in row-major order</param>
public sealed record NamedTensor(string Name, IReadOnlyList<int> Sizes, float[] Values)
{
    /// <summary>The name and the shape, such as <c>output.weight (10 × 64)</c>.</summary>
    public override string ToString() => $"{Name} ({string.Join(" × ", Sizes)})";
}
