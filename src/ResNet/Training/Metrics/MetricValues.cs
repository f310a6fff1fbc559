using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>
/// The values of metrics by name, in the order in which they were asked for. They are equal where all names and values are, print as
/// <c>accuracy 0.919, log loss 0.312</c>, and are a JSON object in which null stands for a value that is not finite.
/// </summary>
[JsonConverter(typeof(MetricValuesConverter))]
public sealed class MetricValues : ReadOnlyDictionary<string, double>
{
    /// <summary>A copy of values by name, in their order.</summary>
    /// <param name="values">the values</param>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">a name is there twice.</exception>
    public MetricValues(IEnumerable<KeyValuePair<string, double>> values)
        : base(new OrderedDictionary<string, double>(values))
    {
    }

    internal static MetricValues None { get; } = new([]);

    /// <summary>The values as these; null, which JSON without them leaves in a result, stays null.</summary>
    internal static MetricValues Of(IReadOnlyDictionary<string, double>? values) =>
        values is null ? null! : values as MetricValues ?? new MetricValues(values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MetricValues other && other.Count == Count
        && this.All(pair => other.TryGetValue(pair.Key, out double value) && pair.Value.Equals(value));

    /// <inheritdoc/>
    public override int GetHashCode() => this.Aggregate(Count, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    /// <summary>Names and values.</summary>
    public override string ToString() =>
        Shown.Wrapped(string.Join(", ", this.Select(pair => $"{Shown.Name(pair.Key)} {Shown.Number(pair.Value)}")));
}
