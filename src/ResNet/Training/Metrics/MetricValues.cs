using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>
/// The values of metrics by name, in the order in which they were asked for, and what there is to doubt about them. They are equal
/// where all names, values and doubts are, print as <c>accuracy 0.919, log loss 0.312</c> with a line for each doubt, and are a JSON
/// object (<see cref="MetricValuesConverter"/>).
/// </summary>
/// <example>
/// <code>
/// var values = new MetricValues([KeyValuePair.Create("accuracy", 0.919), KeyValuePair.Create("log loss", 0.312)])
/// {
///     Doubts = ["2 rows are of class 'owl', which was not in the training data: wrong in accuracy, left out of log loss."],
/// };
/// Console.WriteLine($"{values["accuracy"]:P1}"); // or all of it: Console.WriteLine(values)
/// </code>
/// </example>
[JsonConverter(typeof(MetricValuesConverter))]
public sealed class MetricValues : ReadOnlyDictionary<string, double>
{
    /// <summary>A copy of values by name, in their order, without doubts.</summary>
    /// <param name="values">the values</param>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">a name is there twice.</exception>
    public MetricValues(IEnumerable<KeyValuePair<string, double>> values)
        : base(new OrderedDictionary<string, double>(values))
    {
    }

    /// <summary>
    /// What is to be known before the values are believed, in sentences, such as that they are not over all samples; empty by default.
    /// Copied when set.
    /// </summary>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">a doubt is null or blank.</exception>
    public IReadOnlyList<string> Doubts
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = new ValueList<string>(value);
            if (field.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("A doubt needs words.", nameof(value));
        }
    } = new ValueList<string>([]);

    internal static MetricValues None { get; } = new([]);

    /// <summary>Names and values, without doubts.</summary>
    internal string Line => string.Join(", ", this.Select(pair => $"{Shown.Name(pair.Key)} {Shown.Number(pair.Value)}"));

    /// <summary>The values as these; null, which JSON without them leaves in a result, stays null.</summary>
    internal static MetricValues Of(IReadOnlyDictionary<string, double>? values) =>
        values is null ? null! : values as MetricValues ?? new MetricValues(values);

    /// <summary>A text about values in lines, then each doubt about them.</summary>
    internal static string WithDoubts(string text, params IEnumerable<IReadOnlyDictionary<string, double>?> values) => string.Join(
        Environment.NewLine,
        [Shown.Wrapped(text), .. values.OfType<MetricValues>().SelectMany(of => of.Doubts).Distinct().Select(Shown.Sentence)]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MetricValues other && other.Count == Count
        && this.All(pair => other.TryGetValue(pair.Key, out double value) && pair.Value.Equals(value)) && Doubts.Equals(other.Doubts);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        this.Aggregate(Doubts.GetHashCode(), (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    /// <summary>Names and values, then a line for each doubt.</summary>
    public override string ToString() => WithDoubts(Line, this);
}
