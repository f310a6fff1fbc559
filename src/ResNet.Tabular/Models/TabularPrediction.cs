using System.Globalization;
using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>
/// The prediction for a row: a class and the probabilities of all, or a number. As JSON it is
/// <c>{"class":"yes","probabilities":{"no":0.2,"yes":0.8}}</c> or <c>{"value":3.2}</c>, whatever the options.
/// </summary>
[JsonConverter(typeof(TabularPredictionConverter))]
public sealed record TabularPrediction
{
    /// <summary>The name of the most probable class; null in regression.</summary>
    public string? Class { get; init; }

    /// <summary>
    /// The probability of each class by its name, in the order of the model's classes; empty in regression.
    /// <c>Probabilities.Values</c> has them without names.
    /// </summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    public IReadOnlyDictionary<string, float> Probabilities
    {
        get;
        init => field = value as ClassProbabilities ?? new(value ?? throw new ArgumentNullException(nameof(value)));
    } =
        new ClassProbabilities(new Dictionary<string, float>());

    /// <summary>The predicted number, in the label's own units; null in classification.</summary>
    public float? Value { get; init; }

    /// <summary>
    /// What one could doubt about a row that was written by hand, in words: categories that were not in the training rows, and cells of
    /// no column. Empty for rows of tables; <see cref="TabularModel.UnknownCells"/> tells it of them. Copied when set.
    /// </summary>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    public IReadOnlyList<string> Doubts
    {
        get;
        init => field = new ValueList<string>(value ?? throw new ArgumentNullException(nameof(value)));
    } = new ValueList<string>([]);

    /// <summary>
    /// The class and the probabilities, such as <c>yes (no 0.20, yes 0.80)</c>, or the number, such as <c>3.2</c>; then a line for each
    /// doubt.
    /// </summary>
    public override string ToString() => string.Join(Environment.NewLine, [Line(), .. Doubts.Select(Shown.Sentence)]);

    private string Line()
    {
        if (Class is null) return Value?.ToString("G7", CultureInfo.InvariantCulture) ?? "nothing predicted";
        string name = Shown.Name(Class);
        int width = Shown.Width - name.Length - " ()".Length;
        string all = TextOf(Probabilities, int.MaxValue);
        return $"{name} ({(all.Length <= width ? all : TextOf(Probabilities.OrderByDescending(pair => pair.Value), width))})";
    }

    private static string TextOf(IEnumerable<KeyValuePair<string, float>> probabilities, int width) => Shown.List(
        probabilities.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Shown.Name(pair.Key)} {pair.Value:F2}")), width);
}
