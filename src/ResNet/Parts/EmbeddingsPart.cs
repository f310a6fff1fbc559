namespace ResNet;

/// <summary>
/// Features some of which are categories' codes: the others go first, as they are, and a learned vector for each code follows.
/// </summary>
/// <param name="Input">what it takes of a sample</param>
/// <param name="Embeddings">the features that hold codes, with the widths of their vectors, in the order of the output</param>
public sealed record EmbeddingsPart(SampleShape Input, IReadOnlyList<Embedding> Embeddings)
    : Part(string.Empty, Input, Input with { Features = WidthOf(Input.Features, Embeddings) })
{
    /// <summary>The features that hold none.</summary>
    public IReadOnlyList<int> Plain => [.. Enumerable.Range(0, Input.Features).Except(Embeddings.Select(embedding => embedding.Feature))];

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays =>
    [
        .. Embeddings.Select((embedding, k) => new PartArray(
            Join(Name, Weight(k)), embedding.Width, embedding.Categories, ArrayKind.Weight, FirstValues.Normal(1.0 / embedding.Width))),
    ];

    /// <summary>Whether both embed alike.</summary>
    /// <param name="other">the other part</param>
    public bool Equals(EmbeddingsPart? other) => base.Equals(other) && Embeddings.SequenceEqual(other.Embeddings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Embeddings.Count);

    /// <summary>The name of the k-th embedding's vectors, width × categories, within the part.</summary>
    internal static string Weight(int k) => $"{k}.{AffinePart.Weight}";

    /// <summary>The width of the output for so many inputs.</summary>
    internal static int WidthOf(int inputs, IReadOnlyList<Embedding> embeddings) =>
        checked(inputs + embeddings.Sum(embedding => embedding.Width - 1));
}
