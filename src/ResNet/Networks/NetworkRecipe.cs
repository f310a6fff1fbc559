namespace ResNet;

/// <summary>All that makes a network but its weights, running statistics and standardizations.</summary>
/// <param name="Inputs">features of a sample</param>
/// <param name="Outputs">width of the output layer</param>
/// <param name="Blocks">the blocks before it</param>
internal sealed record NetworkRecipe(int Inputs, int Outputs, IReadOnlyList<BlockRecipe> Blocks)
{
    /// <summary>The features that are categories' codes, and how wide their vectors are.</summary>
    public IReadOnlyList<Embedding> Embeddings { get; init; } = [];

    /// <summary>The classes' names in the order of the outputs; null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The number of the last block that ends with its addition, which g(N(·)) follows; −1 where there is none.</summary>
    public int LastWithAddition { get; } = Blocks.Index().LastOrDefault(pair => pair.Item.Settings.EndsWithAddition, (-1, null!)).Index;

    /// <summary>The width that the output layer takes.</summary>
    public int LastWidth => Blocks.Count > 0 ? Blocks[^1].Outputs : ResNet.Embeddings.WidthOf(Inputs, Embeddings);
}
