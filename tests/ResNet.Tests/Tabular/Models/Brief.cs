using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Models that are fitted in no time, to see what they take tables for.</summary>
internal static class Brief
{
    /// <summary>Twenty rows of a number and a class.</summary>
    public static Table Table { get; } =
        new(["x", "y"], Enumerable.Range(0, 20).Select(row => new[] { $"{row}.5", row % 2 == 0 ? "a" : "b" }));

    public static TabularModel Fit(
        Table table, TableOptions? columns = null, string label = "y", int seed = 0, double validation = 0.15, TabularTask? task = null) =>
        TabularModel.Fit(table, label, new TabularOptions
        {
            Columns = columns ?? new TableOptions(),
            Task = task,
            Seed = seed,
            Validation = validation,
            Network = builder => builder.AddLayer(2),
            Training = training => training with { Epochs = 1 },
        });

    /// <summary>The model as it is after it was saved and loaded.</summary>
    public static TabularModel Reloaded(TabularModel model)
    {
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        return TabularModel.Load(file);
    }

    /// <summary>Reads a text for a model.</summary>
    public static Table ReadText(this TabularModel model, string text, CsvOptions? options = null)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "later.csv");
            File.WriteAllText(file, text);
            return model.Read(file, options);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
