namespace ResNet;

/// <summary>Builds a <see cref="PlainBlock"/>.</summary>
public sealed class PlainBlockBuilder : BlockBuilder<PlainBlockBuilder>
{
    internal PlainBlockBuilder(int inputs, int outputs, BlockSettings settings, string name = "")
        : base(name, inputs, outputs, settings with { IsResidual = false, Order = BlockOrder.PostActivation })
    {
    }

    /// <summary>Builds the block.</summary>
    /// <param name="seed">fixes every draw</param>
    public PlainBlock Build(int seed = 0)
    {
        var parts = new Stage(Name, BlockParts.Of(Recipe));
        return new PlainBlock(parts, new LiveArrays([parts], seed), new Use());
    }
}
