using System.CommandLine;
using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>What the columns of a table are: the options of the commands that find it out.</summary>
internal static class ColumnOptions
{
    private const string Column = "COLUMN";

    public static readonly Option<string?> Label = ValueOption.Text(
        "--label", Column, "the column to predict, by its name or, in a file without names, by its number from 1");

    public static readonly Option<string?> Weights =
        ValueOption.Text("--weights", Column, "the column that says how much each row counts");

    private static readonly Option<string[]> ignore =
        ValueOption.Texts("--ignore", Column, "a column to leave out; may be repeated");

    private static readonly Option<string[]> type = TypeOption();

    private static readonly Option<DateOrder?> dateFormat = ValueOption.Choice(
        "--date-format",
        "the order of day, month and year in dates [default: found]",
        ("dmy", DateOrder.DayMonthYear), ("mdy", DateOrder.MonthDayYear), ("ymd", DateOrder.YearMonthDay));

    private static readonly (string Text, ColumnType Type)[] types =
    [
        ("category", ColumnType.Categorical), ("number", ColumnType.Numeric), ("date", ColumnType.Date), ("ignored", ColumnType.Ignored),
    ];

    public static IEnumerable<Option> All => [Label, type, ignore, dateFormat];

    /// <summary>Reads the table of a file, as the options tell.</summary>
    public static Table Read(Stream file, ParseResult line)
    {
        CsvOptions csv = FileOptions.Csv(line);
        var told = Types(line).Where(pair => !IsNumber(pair.Column) || csv.Header == false)
            .ToDictionary(pair => IsNumber(pair.Column) ? NameOf(pair.Column) : pair.Column, pair => pair.Type);
        csv = csv with { Types = told, Label = line.GetValue(Label) is { } label && !IsNumber(label) ? label : null };
        try
        {
            return Table.FromCsv(file, csv);
        }
        catch (ArgumentException exception) when (csv.Label is not null || told.Count > 0)
        {
            bool isLabel = csv.Label is { } name && exception.Message.Contains($"no column '{name}'", StringComparison.Ordinal);
            throw new ArgumentException($"{(isLabel ? Label.Name : type.Name)}: {exception.Message}", exception);
        }
    }

    /// <summary>What the options tell of a table's columns.</summary>
    public static TableOptions For(Table table, ParseResult line)
    {
        var told = new Dictionary<string, ColumnType>();
        foreach ((string column, ColumnType columnType) in Types(line)) told[Find(table, column, type)] = columnType;
        foreach (string column in line.GetRequiredValue(ignore)) told[Find(table, column, ignore)] = ColumnType.Ignored;
        return new TableOptions { ColumnTypes = told, OddCells = FileOptions.OddCellsInFit(line), DateOrder = line.GetValue(dateFormat) };
    }

    /// <summary>The name of the column that an option tells; null where it is not given.</summary>
    public static string? Find(Table table, ParseResult line, Option<string?> option) =>
        line.GetValue(option) is { } given ? Find(table, given, option) : null;

    /// <summary>How much each row of a table counts; null where all count alike.</summary>
    public static RowWeights? WeightsFor(Table table, ParseResult line) =>
        Find(table, line, Weights) is { } column ? RowWeights.InColumn(column) : null;

    /// <summary>A column by its name or, where the file has no names, its number.</summary>
    private static string Find(Table table, string given, Option option)
    {
        if (!table.Columns.Contains(given) && IsNumber(given) && table.Columns.Contains(NameOf(given))) return NameOf(given);
        try
        {
            return table.Columns[table.IndexOf(given)];
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{option.Name}: {exception.Message}", exception);
        }
    }

    private static bool IsNumber(string given) => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The name of a column that has none.</summary>
    private static string NameOf(string number) => $"column {number}";

    private static IEnumerable<(string Column, ColumnType Type)> Types(ParseResult line) =>
        from given in line.GetRequiredValue(type)
        let sign = given.LastIndexOf('=')
        select (given[..sign], types.First(known => known.Text == given[(sign + 1)..]).Type);

    private static Option<string[]> TypeOption()
    {
        Option<string[]> option = ValueOption.Texts(
            "--type", "COLUMN=category|number|date|ignored", "what a column is; may be repeated [default: found in all rows]");
        option.Validators.Add(result =>
        {
            foreach (string given in result.Tokens.Select(token => token.Value))
            {
                if (types.Any(known => given.EndsWith($"={known.Text}", StringComparison.Ordinal))) continue;
                result.AddError($"{option.Name} is '{given}', but must be COLUMN=category, =number, =date or =ignored.");
            }
        });
        return option;
    }
}
