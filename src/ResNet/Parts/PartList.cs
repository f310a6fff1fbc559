using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>Parts in the order of the forward pass. Lists of equal parts are equal.</summary>
[CollectionBuilder(typeof(PartList), nameof(Of))]
public sealed class PartList : ReadOnlyCollection<Part>, IEquatable<PartList>
{
    private PartList(Part[] parts)
        : base(parts)
    {
    }

    /// <summary>The parts with those within them, which come before what holds them.</summary>
    public IEnumerable<Part> All => this.SelectMany(WithInner);

    /// <summary>
    /// All arrays in the order of files: layer by layer, of each the affine map's first, then the shortcut's and the branch factor.
    /// </summary>
    public IEnumerable<PartArray> Arrays => All
        .OrderBy(part => part.Layer ?? int.MaxValue).ThenBy(part => part is AffinePart ? 0 : 1)
        .SelectMany(part => part.Arrays);

    /// <summary>A list of these parts.</summary>
    /// <param name="parts">the parts</param>
    public static PartList Of(params ReadOnlySpan<Part> parts) => new(parts.ToArray());

    /// <inheritdoc/>
    public bool Equals(PartList? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartList);

    /// <inheritdoc/>
    public override int GetHashCode() => this.Aggregate(Count, HashCode.Combine);

    /// <summary>The parts, one after the other.</summary>
    public override string ToString() => string.Join("; ", All);

    private static IEnumerable<Part> WithInner(Part part) => part.Inner.SelectMany(WithInner).Append(part);
}
