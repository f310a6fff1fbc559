using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary><c>resnet describe data.csv</c>: what the columns of a file are taken for.</summary>
internal static class DescribeCommand
{
    private static readonly Argument<string> data = new("data.csv") { Description = FileOptions.OneFileOrInput };

    public static Command On(ToolConsole console)
    {
        var command = new Command("describe", "Tells what the columns of a file are taken for, and what to doubt about it.")
        {
            data, Json.Option,
        };
        foreach (Option option in ColumnOptions.All.Concat(FileOptions.All)) command.Add(option);
        command.SetAction(line => (int)Run(line, console));
        return command;
    }

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        using Stream file = console.Open(line.GetRequiredValue(data));
        Table table = ColumnOptions.Read(file, line);
        TableDescription description =
            table.Describe(ColumnOptions.Find(table, line, ColumnOptions.Label), ColumnOptions.For(table, line));
        console.Output.WriteLine(line.GetValue(Json.Option) ? JsonOf(description) : OptionNames.In(description.ToString()));
        return ExitCode.Done;
    }

    private static string JsonOf(TableDescription description) => Json.Document(new
    {
        description.Rows,
        Columns = description.Columns.Select(column => new
        {
            column.Name,
            column.Type,
            column.Missing,
            Least = End(column, column.Least),
            Greatest = End(column, column.Greatest),
            Categories = column.Type == ColumnType.Categorical ? column.Categories : null,
        }),
        Doubts = description.Doubts.Select(OptionNames.In),
    });

    /// <summary>An end of a column's range: a number, or a date as ISO 8601 has it.</summary>
    private static object? End(ColumnDescription column, double? value) => value is { } days && column.Type == ColumnType.Date
        ? DateTime.UnixEpoch.AddDays(days)
        : value;
}
