using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Models;

/// <summary>
/// Tables of flats with all that makes a model hard to keep: names in all scripts, very long ones, quotes and line breaks,
/// missing values, a constant column and one without values. Later ones have categories that nobody has seen before.
/// </summary>
internal static class Flats
{
    public const string Price = "Preis in €";
    public const string Verdict = "\"verdict\"\n(ours)";

    private static readonly string[] columns =
        ["Größe, m²", "floor", "constant", "nothing", "猫 allowed", new string('x', 20_000), "never missing", Price, Verdict];

    public static Table Create(int rows, int seed, bool later = false)
    {
        var random = new Random(seed);
        return new Table(columns, Enumerable.Range(0, rows).Select(_ => Row(random, later)));
    }

    /// <summary>A model of flats for each encoding, scaling and task.</summary>
    public static TabularModel Model(TabularTask task, CategoryEncoding categories, NumericScaling scaling) => new TabularFit(
        task == TabularTask.MultiLabel ? WithAnswers(Create(120, seed: 1)) : Create(120, seed: 1),
        task switch
        {
            TabularTask.Classification => [Verdict],
            TabularTask.Regression => [Price],
            _ => ["seen", "\"taken\""],
        },
        new TabularOptions
        {
            Task = task,
            Columns = new TableOptions { CategoryEncoding = categories, Scaling = scaling },
            Network = builder => builder.AddTabularBlocks(count: 1, width: 6),
            Training = training => training with { Epochs = 2, BatchSize = 32 },
        }).Run();

    /// <summary>The same flats with two columns of two answers each.</summary>
    public static Table WithAnswers(Table flats) => new(
        [.. flats.Columns, "seen", "\"taken\""],
        Enumerable.Range(0, flats.RowCount).Select(row => (string?[])
        [
            .. Enumerable.Range(0, flats.Columns.Count).Select(column => flats[row, column]),
            row % 2 == 0 ? "no" : "yes, very", row % 3 == 0 ? "0" : "1",
        ]));

    private static string?[] Row(Random random, bool later)
    {
        double size = Math.Exp(4 + random.NextDouble());
        string? cat = Any(random, "yes", "no", "\"if, and only if\"\nquiet", null);
        return
        [
            random.Next(8) == 0 ? null : Text(size),
            random.Next(4) == 0 ? null : Text(random.Next(later ? 60 : 5)),
            later ? Any(random, "7", "8", null) : "7",
            null,
            later && random.Next(3) == 0 ? "only 🐈" : cat,
            Any(random, later ? ["new", null] : [new string('ü', 5000), " ", "é", "e\u0301"]),
            later && random.Next(5) == 0 ? null : Text(random.NextDouble() - 0.5),
            Text(1000 * size),
            Any(random, "good", "bad", "so, so"),
        ];
    }

    private static string? Any(Random random, params string?[] values) => values[random.Next(values.Length)];

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
