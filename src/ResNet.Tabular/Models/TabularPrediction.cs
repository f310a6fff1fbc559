using System.Globalization;
using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>
/// The prediction for a row: a class and the probabilities of all, or a number; of several label columns the numbers or the
/// probabilities of each. As JSON it is <c>{"class":"yes","probabilities":{"no":0.2,"yes":0.8}}</c>, <c>{"value":3.2}</c>,
/// <c>{"values":{"height":1.8,"weight":77}}</c> or <c>{"labels":["late"],"probabilities":{"late":0.9,"full":0.1}}</c>, whatever
/// the options.
/// </summary>
[JsonConverter(typeof(TabularPredictionConverter))]
public sealed record TabularPrediction
{
    /// <summary>The name of the most probable class; null in regression.</summary>
    public string? Class { get; init; }

    /// <summary>
    /// The probability of each class by its name, in the order of the model's classes, or of each of several labels; empty in regression.
    /// <c>Probabilities.Values</c> has them without names.
    /// </summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    public IReadOnlyDictionary<string, float> Probabilities
    {
        get;
        init => field = value as ClassProbabilities ?? new(value ?? throw new ArgumentNullException(nameof(value)));
    } = new ClassProbabilities(new Dictionary<string, float>());

    /// <summary>Of several labels those that are more probable than not; empty otherwise. Copied when set.</summary>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    public IReadOnlyList<string> Labels
    {
        get;
        init => field = new ValueList<string>(value ?? throw new ArgumentNullException(nameof(value)));
    } = new ValueList<string>([]);

    /// <summary>The predicted number, in the label's own units; null where the label is none or there are several.</summary>
    public float? Value { get; init; }

    /// <summary>Of several labels the predicted number of each, by its name; empty otherwise. Copied when set.</summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    public IReadOnlyDictionary<string, float> Values
    {
        get;
        init => field = new ValueMap<float>(value ?? throw new ArgumentNullException(nameof(value)));
    } = new ValueMap<float>([]);

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
        if (Value is { } value) return value.ToString("G7", CultureInfo.InvariantCulture);
        if (Values.Count > 0) return Shown.List(Values.Select(pair => TextOf(pair, "G7")));
        if (Probabilities.Count == 0) return "nothing predicted";
        string name = Class is not null ? Shown.Name(Class) : Labels.Count > 0 ? Shown.List(Labels.Select(Shown.Name)) : "none";
        int width = Shown.Width - name.Length - " ()".Length;
        string all = TextOf(Probabilities, int.MaxValue);
        return $"{name} ({(all.Length <= width ? all : TextOf(Probabilities.OrderByDescending(pair => pair.Value), width))})";
    }

    private static string TextOf(IEnumerable<KeyValuePair<string, float>> probabilities, int width) =>
        Shown.List(probabilities.Select(pair => TextOf(pair, "F2")), width);

    private static string TextOf(KeyValuePair<string, float> pair, string format) =>
        $"{Shown.Name(pair.Key)} {pair.Value.ToString(format, CultureInfo.InvariantCulture)}";
}
