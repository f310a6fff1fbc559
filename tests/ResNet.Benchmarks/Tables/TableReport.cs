using System.Globalization;

namespace ResNet.Benchmarks.Tables;

/// <summary>The figures of all turns: medians with their ranges, and ratios with their targets.</summary>
internal sealed class TableReport
{
    private readonly Dictionary<TableFigure, List<double>> turns = [];

    public void Add(IEnumerable<(TableFigure Figure, double Value)> turn)
    {
        foreach ((TableFigure figure, double value) in turn)
        {
            if (!turns.TryGetValue(figure, out List<double>? values)) turns[figure] = values = [];
            values.Add(value);
        }
    }

    public void Print()
    {
        Console.WriteLine($"| {"",-52} |   median | range");
        Console.WriteLine($"| {new string('-', 52)} | -------: | ---:");
        Row("Table.FromCsv, s", TableFigure.Reading);
        Row("  highest resident memory, MB", TableFigure.ReadingMemory);
        Row("CsvHelper, spans of cells on one thread, s", TableFigure.Spans);
        Row("  the same with numbers parsed, s", TableFigure.SpansAndNumbers);
        Row("file to first training step, s", TableFigure.FirstStep);
        Row("  highest resident memory, MB", TableFigure.FirstStepMemory);
        Row("  features and columns, MB", TableFigure.NeededMemory);
        Row("TabularModel.Predict, s", TableFigure.ModelPrediction);
        Row("Network.PredictProbabilities, s", TableFigure.NetworkPrediction);
        Row("ML.NET TextLoader, categories learned, s", TableFigure.TextLoaderFit);
        Row("  then every row read and encoded once, s", TableFigure.TextLoaderPass);
        Console.WriteLine();
        Ratio("Table.FromCsv / spans", TableFigure.Reading, TableFigure.Spans);
        Ratio("Table.FromCsv / spans with numbers", TableFigure.Reading, TableFigure.SpansAndNumbers, target: 1.3);
        Ratio("memory at first step / features and columns", TableFigure.FirstStepMemory, TableFigure.NeededMemory, target: 1.5);
        Ratio("TabularModel.Predict / PredictProbabilities", TableFigure.ModelPrediction, TableFigure.NetworkPrediction, target: 3);
        Ratio("file to first step / ML.NET's pass", TableFigure.FirstStep, TableFigure.TextLoaderPass);
    }

    private void Row(string what, TableFigure figure)
    {
        List<double> values = turns[figure];
        Console.WriteLine($"| {what,-52} | {Number(Median(values)),8} | {Number(values.Min())}–{Number(values.Max())}");
    }

    /// <summary>The median of the turns' ratios, for the two sides of a turn are measured within a minute of one another.</summary>
    private void Ratio(string what, TableFigure figure, TableFigure beside, double? target = null)
    {
        double ratio = Median([.. turns[figure].Zip(turns[beside], (own, other) => own / other)]);
        string verdict = target is not { } most
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" (target: at most {most:0.0}, {(ratio <= most ? "met" : "missed")})");
        Console.WriteLine($"{what}: {Number(ratio)}{verdict}");
    }

    private static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Number(double value) =>
        value.ToString(value < 1 ? "0.000" : value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
