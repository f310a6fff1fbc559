namespace ResNet.Tool;

/// <summary>What the library's messages call an option, in the words of the command line.</summary>
internal static class OptionNames
{
    private static readonly (string Library, string Tool)[] names =
    [
        ("CsvOptions.Separator", "--separator"),
        ("CsvOptions.Header true", "--header yes"),
        ("CsvOptions.Header", "--header"),
        ("CsvOptions.ColumnNames", "--names"),
        ("CsvOptions.LinesAbove", "--lines-above"),
        ("CsvOptions.Quote", "--quote"),
        ("CsvOptions.Comment", "--comment"),
        ("CsvOptions.Types", "--type"),
        ("CsvOptions.MissingTexts", "--missing"),
        ("CsvOptions.DecimalMark", "--decimal"),
        ("CsvOptions.Encoding", "--encoding"),
        ("CsvOptions.BackslashQuotes", "--backslash-quotes"),
        ("TableOptions.DateOrder", "--date-format"),
        ("TableOptions.OddCells can take it for missing", "without --strict it counts as missing"),
        ("ColumnType.Categorical", "--type COLUMN=category"),
        ("ColumnType.Ignored", "--ignore"),
        ("TabularTask.Regression as the task", "--task regression"),
    ];

    public static string In(string message) =>
        names.Aggregate(message, (text, name) => text.Replace(name.Library, name.Tool, StringComparison.Ordinal));
}
