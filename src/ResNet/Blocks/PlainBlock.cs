namespace ResNet;

/// <summary>k layers in a row: a₁ = g(N(W₁a₀ + b₁)), …, a_k = g(N(W_k a_{k−1} + b_k)).</summary>
/// <example><code>PlainBlock block = PlainBlock.Create(inputs: 4, outputs: 8).WithLayers(3).Build(seed: 1);</code></example>
public sealed class PlainBlock : Block
{
    internal PlainBlock(Stage parts, LiveArrays arrays, Use use)
        : base(parts, arrays, use)
    {
    }

    /// <summary>Begins to build a plain block that stands by itself.</summary>
    /// <param name="inputs">width of the input</param>
    /// <param name="outputs">width of its layers and its output</param>
    /// <exception cref="ArgumentOutOfRangeException">a width is below 1.</exception>
    public static PlainBlockBuilder Create(int inputs, int outputs) => new(inputs, outputs, new BlockSettings());
}
