using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ResNet.Tabular;

/// <summary>
/// Probabilities by the names of classes, in their order. It equals one of equal probabilities in any order. All predictions of a model
/// share the names.
/// </summary>
internal sealed class ClassProbabilities : IReadOnlyDictionary<string, float>
{
    private readonly IReadOnlyList<string> classes;
    private readonly IReadOnlyDictionary<string, int> indices;
    private readonly float[] values;

    /// <summary>Takes ownership of the probabilities.</summary>
    /// <param name="classes">the names</param>
    /// <param name="indices">the index of each name</param>
    /// <param name="values">the probability of each class</param>
    public ClassProbabilities(IReadOnlyList<string> classes, IReadOnlyDictionary<string, int> indices, float[] values)
    {
        this.classes = classes;
        this.indices = indices;
        this.values = values;
    }

    public ClassProbabilities(IReadOnlyDictionary<string, float> probabilities)
        : this([.. probabilities.Keys], IndicesOf(probabilities.Keys), [.. probabilities.Values])
    {
    }

    public int Count => classes.Count;

    public IEnumerable<string> Keys => classes;

    public IEnumerable<float> Values => Array.AsReadOnly(values);

    public float this[string key] => values[indices[key]];

    public bool ContainsKey(string key) => indices.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out float value)
    {
        bool isThere = indices.TryGetValue(key, out int index);
        value = isThere ? values[index] : 0;
        return isThere;
    }

    public IEnumerator<KeyValuePair<string, float>> GetEnumerator() => classes.Zip(values, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is ClassProbabilities other && other.Count == Count
        && this.All(pair => other.TryGetValue(pair.Key, out float value) && pair.Value.Equals(value));

    public override int GetHashCode() => this.Aggregate(Count, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    public override string ToString() =>
        $"[{Shown.List(this.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Shown.Name(pair.Key)} {pair.Value}")))}]";

    private static Dictionary<string, int> IndicesOf(IEnumerable<string> classes) =>
        classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
}
