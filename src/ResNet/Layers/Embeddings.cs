namespace ResNet;

/// <summary>
/// Features some of which are categories' codes: the others go first, as they are, and a learned vector for each code follows.
/// </summary>
internal sealed class Embeddings
{
    public const string Name = "embeddings";

    public Embeddings(int inputs, IReadOnlyList<Embedding> embeddings, int? seed)
    {
        Columns = embeddings;
        Plain = [.. Enumerable.Range(0, inputs).Except(embeddings.Select(embedding => embedding.Feature))];
        Weights = [.. embeddings.Select((embedding, k) => new Parameter($"{Name}.{k}.weight", ParameterKind.Weight, embedding.Width, embedding.Categories))];
        if (seed is null) return;
        foreach (Parameter weight in Weights) WeightDraw.DrawVectors(weight, seed.Value);
    }

    public IReadOnlyList<Embedding> Columns { get; }

    /// <summary>The features that are no codes.</summary>
    public int[] Plain { get; }

    /// <summary>E of each embedding, width × categories.</summary>
    public Parameter[] Weights { get; }

    public int Outputs => WidthOf(Plain.Length + Columns.Count, Columns);

    /// <summary>The width of the output for so many inputs.</summary>
    public static int WidthOf(int inputs, IReadOnlyList<Embedding> embeddings) =>
        checked(inputs + embeddings.Sum(embedding => embedding.Width - 1));

    /// <summary>The other features, and the vectors of the codes.</summary>
    public Signal Wire(Plan plan, Signal a) => plan.Append(new EmbeddingOperation(plan, this, a));
}
