using System.Collections.ObjectModel;
using System.Globalization;

namespace ResNet;

/// <summary>A copy of values by name that cannot change and keeps their order. It equals one of equal values in any order.</summary>
internal sealed class ValueMap<T>(IEnumerable<KeyValuePair<string, T>> values)
    : ReadOnlyDictionary<string, T>(new OrderedDictionary<string, T>(values))
{
    public override bool Equals(object? obj) => obj is ValueMap<T> other && other.Count == Count
        && this.All(pair => other.TryGetValue(pair.Key, out T? value) && EqualityComparer<T>.Default.Equals(pair.Value, value));

    public override int GetHashCode() => this.Aggregate(Count, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    public override string ToString() =>
        $"[{Shown.List(this.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Shown.Name(pair.Key)} {pair.Value}")))}]";
}
