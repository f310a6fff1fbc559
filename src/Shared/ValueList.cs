using System.Collections.ObjectModel;
using System.Globalization;

namespace ResNet;

/// <summary>A copy of a list that cannot change. Lists of equal items are equal, and print them.</summary>
internal sealed class ValueList<T>(IEnumerable<T> items) : ReadOnlyCollection<T>([.. items])
{
    public override bool Equals(object? obj) => obj is ValueList<T> other && this.SequenceEqual(other);

    public override int GetHashCode() => this.Aggregate(Count, HashCode.Combine);

    public override string ToString() => $"[{Shown.List(this.Select(TextOf))}]";

    private static string TextOf(T item) => item is string text
        ? $"\"{Shown.Name(text)}\""
        : string.Create(CultureInfo.InvariantCulture, $"{item}");
}
