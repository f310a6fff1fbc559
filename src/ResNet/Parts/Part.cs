namespace ResNet;

/// <summary>
/// A part of a network as data: what it is called, what it takes and gives, which arrays it has and how they begin, but nothing
/// of what was learned. Parts that are alike are equal.
/// </summary>
/// <param name="Name">the name within its stage, such as <c>layers.1</c>; empty for what has its stage's own name</param>
/// <param name="Input">what it takes of a sample</param>
/// <param name="Output">what it gives of a sample</param>
public abstract record Part(string Name, SampleShape Input, SampleShape Output)
{
    /// <summary>The layer of the block that it belongs to, from 0; null for shortcuts and what belongs to none.</summary>
    public int? Layer { get; init; }

    /// <summary>Its own arrays, in the order of files, under names within its stage; those of parts within it not counted.</summary>
    public virtual IReadOnlyList<PartArray> Arrays => [];

    /// <summary>Multiplications with weights that a sample takes, parts within it not counted.</summary>
    public virtual long Multiplications => 0;

    /// <summary>What it is, where, and what it takes and gives.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Name}{(Name.Length > 0 ? " " : "")}({Input} → {Output})";

    /// <summary>The parts within it, in the order of the forward pass.</summary>
    internal virtual IEnumerable<Part> Inner => [];

    /// <summary>The name of something in a place, such as <c>blocks.3</c> and <c>layers.1</c>; either may be empty.</summary>
    internal static string Join(string place, string name) => place.Length == 0 ? name : name.Length == 0 ? place : $"{place}.{name}";

    /// <summary>A vector among the part's arrays, with as many values as the part has features.</summary>
    private protected PartArray Vector(string name, ArrayKind kind, FirstValues first) =>
        new(Join(Name, name), Output.Features, null, kind, first);
}
