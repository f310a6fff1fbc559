using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>
/// The description of a model's table in files: JSON text. Names of members and of values are those of version 1 of the format.
/// The classes are stored with the network.
/// </summary>
/// <param name="Label">the column that is predicted, the first of several</param>
/// <param name="Columns">the others, in the order of the training rows</param>
internal sealed record SavedTable(string Label, IReadOnlyList<SavedColumn> Columns)
{
    /// <summary>The marks of missing values beside the well-known ones; null for none.</summary>
    public IReadOnlyList<string>? MissingTexts { get; init; }

    /// <summary>The name of an <see cref="OddCells"/>; null for the default.</summary>
    public string? OddCells { get; init; }

    /// <summary>How the numbers of the label column are written; null for plainly, or for classes.</summary>
    public SavedNumberFormat? LabelFormat { get; init; }

    /// <summary>Of several labels all; null for one class or number.</summary>
    public IReadOnlyList<SavedLabel>? Labels { get; init; }

    /// <summary>The names, categories and marks in it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts =>
    [
        .. LabelNames,
        .. Labels?.SelectMany(label => label.Classes ?? []) ?? [],
        .. MissingTexts ?? [],
        .. Columns.SelectMany(column => (string[])[column.Name, .. column.Categorical?.Categories ?? []]),
    ];

    public static SavedTable Parse(string json)
    {
        SavedTable table = Descriptions.Parse(json, SavedTableJson.Default.SavedTable, "the table");
        bool isSound = table.Labels is not { } labels
            || (labels.All(label => label is not null) && labels.Select(label => label.Name).Distinct().Count() == labels.Count
                && labels is [{ } first, ..] && first.Name == table.Label);
        return isSound ? table : throw new InvalidDataException("The table's labels are not as they should be: several, each once.");
    }

    public string ToJson() => Descriptions.ToJson(this, SavedTableJson.Default.SavedTable);

    /// <summary>The encoder described; refuses an invalid description.</summary>
    /// <exception cref="InvalidDataException">the description contradicts itself or holds something out of range.</exception>
    public TableEncoder Encoder()
    {
        List<ColumnEncoder> encoders = [];
        var types = new OrderedDictionary<string, ColumnType>(StringComparer.Ordinal);
        foreach (SavedColumn? column in Columns)
        {
            if (column is null) throw new InvalidDataException("One of the table's columns is null.");
            ColumnEncoder? encoder = Descriptions.Made(
                () => !LabelNames.Contains(column.Name) && types.TryAdd(column.Name, column.Type)
                    ? column.Encoder()
                    : throw new ArgumentException("There is another column of this name."),
                $"The table's column '{column.Name}'");
            if (encoder is not null) encoders.Add(encoder);
        }

        return encoders.Count > 0
            ? new TableEncoder([.. encoders], new ReadOnlyDictionary<string, ColumnType>(types), Marks(), Odd())
            : throw new InvalidDataException("The table has no column to learn from.");
    }

    /// <summary>What the outputs of a network with this table are.</summary>
    /// <exception cref="InvalidDataException">the description is invalid, or the outputs are others.</exception>
    public ModelTarget Target(Network network)
    {
        ModelTarget target = Descriptions.Made<ModelTarget>(() => Labels switch
        {
            null when network.ClassNames is { } names => new ClassTarget(new ClassLabels(Label, [.. names])),
            null => new NumbersTarget([Label], [SavedNumberFormat.FormatOf(LabelFormat)]),
            _ when Labels.Any(label => label.Classes is not null) =>
                new MembershipTarget([.. Labels.Select(label => new ClassLabels(label.Name, TwoOf(label)))]),
            _ => new NumbersTarget([.. LabelNames], [.. Labels.Select(label => SavedNumberFormat.FormatOf(label.Format))]),
        }, "The table");
        int outputs = target.Classes.Count > 0 ? target.Classes.Count : target.Labels.Count;
        return network.Outputs == outputs
            ? target
            : throw new InvalidDataException(
                $"The network has {network.Outputs} outputs, which are neither one number nor classes with names.");
    }

    private IEnumerable<string> LabelNames => Labels?.Select(label => label.Name) ?? [Label];

    private static string[] TwoOf(SavedLabel label) => label.Classes is [{ } first, { } second]
        ? [first, second]
        : throw new ArgumentException($"Label '{label.Name}' needs two classes.");

    private MissingMarks Marks()
    {
        if (MissingTexts?.Contains(null!) == true) throw new InvalidDataException("One of the table's marks of missing values is null.");
        return new MissingMarks(new ValueList<string>(MissingTexts ?? []));
    }

    private OddCells Odd() => OddCells is null ? default : Descriptions.Made(() => Descriptions.Value<OddCells>(OddCells), "The table");
}

/// <summary>Reads and writes descriptions: strictly, and without reflection, which programs compiled ahead of time lack.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SavedTable))]
internal sealed partial class SavedTableJson : JsonSerializerContext;
