using System.Diagnostics;
using ResNet.Tabular;

namespace ResNet.Benchmarks.Tables;

/// <summary>From the file to the end of the first training step: the time, and the highest resident memory by then.</summary>
internal static class FirstStep
{
    public static IEnumerable<(TableFigure, double)> Measure(string file)
    {
        using var end = new CancellationTokenSource();
        var first = new FirstReport(end);
        Table table = Table.FromCsv(file);
        TabularModel model = TabularModel.Fit(table, TableFile.Label, progress: first, cancellation: end.Token);
        return
        [
            (TableFigure.FirstStep, first.Seconds),
            (TableFigure.FirstStepMemory, first.Memory / 1e6),
            (TableFigure.NeededMemory, NeededBytes(table, model.Encoder) / 1e6),
        ];
    }

    /// <summary>
    /// What must be there at once: features as <see cref="float"/>, and columns as <see cref="double"/> or, of categories and the label,
    /// as codes of four bytes.
    /// </summary>
    private static long NeededBytes(Table table, TableEncoder encoder)
    {
        long features = sizeof(float) * encoder.FeatureNames.Count;
        long columns = encoder.ColumnTypes.Values.Sum(type => type == ColumnType.Numeric ? sizeof(double) : sizeof(int));
        return table.RowCount * (features + columns + sizeof(int));
    }

    private sealed class FirstReport(CancellationTokenSource end) : IProgress<TrainingProgress>
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();

        public double Seconds { get; private set; }

        public long Memory { get; private set; }

        public void Report(TrainingProgress value)
        {
            if (end.IsCancellationRequested) return;
            Seconds = watch.Elapsed.TotalSeconds;
            Memory = ResidentMemory.Highest();
            end.Cancel();
        }
    }
}
