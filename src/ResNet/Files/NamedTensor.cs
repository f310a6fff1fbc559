namespace ResNet;

/// <summary>An array of a network as it stands in files.</summary>
/// <param name="Name">its name, such as <c>blocks.3.layers.1.weight</c></param>
/// <param name="Sizes">[outputs, inputs] of a weight, [n] of a vector</param>
/// <param name="Values">the values, row by row</param>
public sealed record NamedTensor(string Name, IReadOnlyList<int> Sizes, float[] Values);
