namespace ResNet;

/// <summary>All that makes a network but its weights, running statistics and scalings.</summary>
/// <param name="Inputs">features of a sample</param>
/// <param name="Outputs">width of the output layer</param>
/// <param name="Blocks">the blocks before it</param>
internal sealed record NetworkRecipe(int Inputs, int Outputs, IReadOnlyList<BlockRecipe> Blocks)
{
    /// <summary>The features that are categories' codes, and how wide their vectors are.</summary>
    public IReadOnlyList<Embedding> Embeddings { get; init; } = [];

    /// <summary>The classes' names in the order of the outputs; null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
