namespace ResNet;

/// <summary>One or more layers in a row: plain, or residual with a shortcut around them.</summary>
public abstract class Block : Module
{
    private protected Block(Stage parts, LiveArrays arrays, Use use)
        : base(arrays, use)
    {
        Stages = [parts];
        Layers =
        [
            .. parts.Parts.All.Where(part => part.Layer.HasValue).GroupBy(part => part.Layer)
                .Select(layer => new Layer(parts with { Parts = [.. layer] }, arrays, use)),
        ];
    }

    /// <summary>The layers of the main path.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    internal override IReadOnlyList<Stage> Stages { get; }

    /// <summary>A block of a network.</summary>
    internal static Block Of(BlockRecipe recipe, Stage parts, LiveArrays arrays, Use use) => recipe.Settings.IsResidual
        ? new ResidualBlock(recipe, parts, arrays, use)
        : new PlainBlock(parts, arrays, use);
}
