using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>
/// The description of a model's table in files: JSON text. Names of members and of values are those of version 1 of the format.
/// The classes are stored with the network.
/// </summary>
/// <param name="Label">the column that is predicted</param>
/// <param name="Columns">the others, in the order of the training rows</param>
internal sealed record TableDescription(string Label, IReadOnlyList<ColumnDescription> Columns)
{
    /// <summary>The names and categories in it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts =>
        [Label, .. Columns.SelectMany(column => (string[])[column.Name, .. column.Categorical?.Categories ?? []])];

    public static TableDescription Parse(string json) =>
        Descriptions.Parse(json, TableDescriptionJson.Default.TableDescription, "the table");

    public string ToJson() => Descriptions.ToJson(this, TableDescriptionJson.Default.TableDescription);

    /// <summary>The encoder described; refuses an invalid description.</summary>
    /// <exception cref="InvalidDataException">the description contradicts itself or holds something out of range.</exception>
    public TableEncoder Encoder()
    {
        List<ColumnEncoder> encoders = [];
        var types = new OrderedDictionary<string, ColumnType>(StringComparer.Ordinal);
        foreach (ColumnDescription? column in Columns)
        {
            if (column is null) throw new InvalidDataException("One of the table's columns is null.");
            if (column.Name == Label || !types.TryAdd(column.Name, column.Type))
            {
                throw Broken(column, "There is another column of this name.");
            }
            try
            {
                if (column.Encoder() is { } encoder) encoders.Add(encoder);
            }
            catch (ArgumentException exception)
            {
                throw Broken(column, exception.Message);
            }
        }

        return encoders.Count > 0
            ? new TableEncoder([.. encoders], new ReadOnlyDictionary<string, ColumnType>(types))
            : throw new InvalidDataException("The table has no column to learn from.");
    }

    private static InvalidDataException Broken(ColumnDescription column, string trouble) =>
        new($"The table's column '{column.Name}' is not as it should be: {trouble}");
}

/// <summary>Reads and writes descriptions: strictly, and without reflection, which programs compiled ahead of time lack.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableDescription))]
internal sealed partial class TableDescriptionJson : JsonSerializerContext;
