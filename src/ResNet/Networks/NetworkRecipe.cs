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

    /// <summary>A network's stages in the order in which files have their arrays: the final norm stands behind all blocks.</summary>
    public static IEnumerable<Stage> InFiles(IEnumerable<Stage> stages)
    {
        Stage? final = null;
        foreach (Stage stage in stages)
        {
            if (stage.Name == StageName.Output && final is not null) yield return final;
            if (stage.Name == StageName.Final) final = stage;
            else yield return stage;
        }
    }

    /// <summary>A copy of the names of classes, which must be two or more, all different.</summary>
    public static IReadOnlyList<string> CheckedNames(IReadOnlyList<string> names, string parameter)
    {
        ArgumentNullException.ThrowIfNull(names, parameter);
        return names.Count >= 2 && names.Distinct().Count() == names.Count && !names.Contains(null!)
            ? [.. names]
            : throw new ArgumentException("Expected two or more names of classes, all different.", parameter);
    }

    /// <summary>
    /// The stages of the network in the order of the forward pass, each made as it is asked for; without standardizations, which
    /// are no part of a recipe.
    /// </summary>
    public IEnumerable<Stage> Stages()
    {
        var shape = new SampleShape(Inputs);
        if (Embeddings.Count > 0)
        {
            yield return new Stage(StageName.Embeddings, [new EmbeddingsPart(shape, Embeddings)]);
            shape = new SampleShape(EmbeddingsPart.WidthOf(Inputs, Embeddings));
        }

        int last = Blocks.Index().LastOrDefault(pair => BlockParts.EndsWithAddition(pair.Item.Settings), (-1, null!)).Index;
        foreach ((int i, BlockRecipe block) in Blocks.Index())
        {
            yield return new Stage($"blocks.{i}", BlockParts.Of(block)) { Block = i };
            if (i == last && BlockParts.Final(block) is { Count: > 0 } final) yield return new Stage(StageName.Final, final) { Block = i };
            shape = new SampleShape(block.Outputs);
        }

        yield return new Stage(StageName.Output, [new AffinePart(string.Empty, shape, Outputs, FirstValues.Normal(1.0 / shape.Features))]);
    }
}
