using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Fitting;

/// <summary>A fit of 200 steps to a table with numbers, categories, missing cells and weights.</summary>
internal static class SmallTable
{
    public static Table Rows { get; } = Draw();

    public static TabularOptions Options(string? folder) => new()
    {
        Network = builder => builder.AddTabularBlocks(1, 8),
        Weights = RowWeights.InColumn("people"),
        Balanced = true,
        Seed = 3,
        Training = training => training with
        {
            BatchSize = 16,
            Epochs = 20,
            Metrics = [Metric.Accuracy],
            EarlyStopping = new EarlyStopping { Patience = 100 },
            Checkpoints = folder is null ? null : new Checkpoints(folder) { EverySteps = 2 },
        },
    };

    private static Table Draw()
    {
        var random = new Random(1);
        return new Table(["size", "kind", "people", "y"], Enumerable.Range(0, 188).Select(row =>
        {
            double size = random.NextDouble();
            string kind = "abc"[random.Next(3)].ToString();
            string? written = row % 11 == 0 ? null : size.ToString("R", CultureInfo.InvariantCulture);
            return new[] { written, kind, $"{row % 3 + 1}", size > 0.3 || kind == "b" ? "yes" : "no" };
        }));
    }
}
