using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The rows to learn from and to test on.</summary>
/// <param name="Training">the rows to learn from</param>
/// <param name="Test">the rows to test on</param>
/// <param name="Label">the column to predict</param>
internal sealed record TabularTables(Table Training, Table Test, string Label)
{
    private const double HeldForTest = 0.2;

    /// <summary>Reads or generates the rows.</summary>
    /// <exception cref="ArgumentException">there is no such column, or the rows are too few.</exception>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is broken.</exception>
    public static TabularTables Load(TabularRequest request)
    {
        if (request.Train is null && request.Test is not null) throw new ArgumentException("--test needs --train beside it.");
        (Table training, string label) = LoadTraining(request);
        if (request.Test is not null) return new TabularTables(training, Read(request.Test, request.Header), label);

        (Table kept, Table held) = training.Split(HeldForTest, request.Seed);
        return new TabularTables(kept, held, label);
    }

    /// <summary>Reads or generates the rows to learn from.</summary>
    public static (Table Training, string Label) LoadTraining(TabularRequest request)
    {
        Table training = request.Train is null ? Loans.Create() : Read(request.Train, request.Header);
        return (training, LabelOf(training, request.Label));
    }

    private static Table Read(string path, bool? header)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file '{path}'.");
        return Table.FromCsv(path, new CsvOptions { Header = header, Comment = '|' });
    }

    private static string LabelOf(Table table, string? told)
    {
        if (told is null) return table.Columns[^1];
        if (table.Columns.Contains(told)) return told;
        if (!int.TryParse(told, CultureInfo.InvariantCulture, out int number))
        {
            throw new ArgumentException($"--label has '{told}', but there is no such column; there are {string.Join(", ", table.Columns)}.");
        }

        return number >= 1 && number <= table.Columns.Count
            ? table.Columns[number - 1]
            : throw new ArgumentException($"--label asks for column {number}, but there are {table.Columns.Count}.");
    }
}
