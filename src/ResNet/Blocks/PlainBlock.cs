namespace ResNet;

/// <summary>k layers in a row: a₁ = g(N(W₁a₀ + b₁)), …, a_k = g(N(W_k a_{k−1} + b_k)).</summary>
public sealed class PlainBlock : Block
{
    internal PlainBlock(string name, int inputs, int outputs, BlockSettings settings)
        : base(name, Stack(name, inputs, outputs, settings))
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => [.. LayerParameters];

    /// <summary>Begins to build a plain block that stands by itself.</summary>
    /// <param name="inputs">width of the input</param>
    /// <param name="outputs">width of its layers and its output</param>
    /// <exception cref="ArgumentOutOfRangeException">a width is below 1.</exception>
    public static PlainBlockBuilder Create(int inputs, int outputs) => new(inputs, outputs, new BlockSettings());

    internal override Signal Wire(Plan plan, Signal a)
    {
        foreach (Layer layer in Layers) a = layer.Wire(plan, a);
        return a;
    }

    internal void Draw(BlockSettings settings, int seed)
    {
        foreach (Layer layer in Layers) layer.Draw(settings.Initialization, seed);
    }
}
