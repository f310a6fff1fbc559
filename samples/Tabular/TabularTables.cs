using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The training and test rows.</summary>
/// <param name="Training">the training rows</param>
/// <param name="Test">the test rows</param>
/// <param name="Label">the column to predict</param>
internal sealed record TabularTables(Table Training, Table Test, string Label)
{
    private const double TestShare = 0.2;

    /// <summary>Reads or generates the rows.</summary>
    /// <exception cref="ArgumentException">there is no such column, or there are too few rows.</exception>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is invalid.</exception>
    public static TabularTables Load(TabularRequest request)
    {
        if (request.Train is null && request.Test is not null) throw new ArgumentException("--test needs --train.");
        (Table training, string label) = LoadTraining(request);
        if (request.Test is not null) return new TabularTables(training, Read(request.Test, request.Header), label);

        (Table kept, Table heldOut) = training.Split(TestShare, request.Seed);
        return new TabularTables(kept, heldOut, label);
    }

    /// <summary>Reads or generates the training rows.</summary>
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

    private static string LabelOf(Table table, string? given)
    {
        if (given is null) return table.Columns[^1];
        if (table.Columns.Contains(given)) return given;
        if (!int.TryParse(given, CultureInfo.InvariantCulture, out int number))
        {
            string columns = string.Join(", ", table.Columns);
            throw new ArgumentException($"--label is '{given}', but there is no such column; there are {columns}.");
        }

        return number >= 1 && number <= table.Columns.Count
            ? table.Columns[number - 1]
            : throw new ArgumentException($"--label asks for column {number}, but there are {table.Columns.Count}.");
    }
}
