using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The rows to train on, and those held out of them.</summary>
/// <param name="Training">the training rows</param>
/// <param name="Test">the test rows if no file has them; null otherwise</param>
/// <param name="Label">the column to predict</param>
internal sealed record TabularTables(Table Training, Table? Test, string Label)
{
    private const double TestShare = 0.2;

    /// <summary>Reads or generates the rows.</summary>
    /// <exception cref="ArgumentException">there is no such column, or there are too few rows.</exception>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is invalid.</exception>
    public static TabularTables Load(TabularRequest request)
    {
        if (request.Train is null && request.Test is not null) throw new ArgumentException("--test needs --train.");
        if (request.Test is not null) RefuseAbsent(request.Test);
        (Table training, string label) = LoadTraining(request);
        if (request.Test is not null) return new TabularTables(training, Test: null, label);

        (Table kept, Table heldOut) = training.Split(TestShare, request.Seed);
        return new TabularTables(kept, heldOut, label);
    }

    /// <summary>Reads or generates the training rows.</summary>
    public static (Table Training, string Label) LoadTraining(TabularRequest request)
    {
        if (request.Train is not null) RefuseAbsent(request.Train);
        Table training = request.Train is null
            ? Loans.Create()
            : Table.FromCsv(request.Train, new CsvOptions { Header = request.Header, Label = request.Label });
        return (training, LabelOf(training, request.Label));
    }

    /// <summary>The test rows: of the test file, read as the model was told by the training rows, or those held out.</summary>
    public Table TestFor(TabularModel model, TabularRequest request) =>
        Test ?? model.Read(request.Test!, new CsvOptions { Header = request.Header });

    private static void RefuseAbsent(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file '{path}'.");
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
