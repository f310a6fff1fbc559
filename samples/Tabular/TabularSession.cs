using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>One model from its data to its files.</summary>
internal static class TabularSession
{
    /// <summary>Trains on the training rows, until the end or Ctrl+C, and tests on the test rows.</summary>
    /// <returns>0</returns>
    public static int Run(TabularRequest request)
    {
        if (request is { Save: not null, Folds: not null })
        {
            throw new ArgumentException("--save keeps one model, but --folds makes several.");
        }
        OutputFolder? folder = request.Output is null ? null : OutputFolder.Create(request.Output);
        if (request.Save is not null) OutputFolder.CreateFor(request.Save);
        if (request.Folds is { } folds) return CrossValidate(request, folds, folder);

        TabularTables tables = TabularTables.Load(request);
        string testRows = tables.Test is { } held ? $", {held.RowCount} test rows" : "";
        Terminal.WriteLine($"{tables.Training.RowCount} training rows{testRows}; the label is {tables.Label}.");

        TabularModel model = Train(request, tables.Training, tables.Label);
        Announce(model);
        Table test = tables.TestFor(model, request);
        MetricValues metrics = model.Evaluate(test);
        MetricTable.Print(metrics, $"On the {test.RowCount} test rows");
        Doubts.Print(metrics.Doubts, "About these figures");
        if (request.Save is not null) model.Save(request.Save);
        if (folder is not null) TabularFiles.Write(folder, model, test, metrics);
        return 0;
    }

    private static int CrossValidate(TabularRequest request, int folds, OutputFolder? folder)
    {
        (Table table, string label) = TabularTables.LoadTraining(request);
        Doubts.Print(table.Describe(label).Doubts, "About the table");
        IReadOnlyDictionary<string, double> metrics =
            CrossValidation.Run(table, label, folds, request.Seed, training => Train(request, training, label));
        MetricTable.Print(metrics, $"On all {table.RowCount} rows, each by the model that was not trained on it");
        if (folder is not null) MetricsFile.Write(folder["metrics.json"], metrics);
        return 0;
    }

    private static TabularModel Train(TabularRequest request, Table training, string label)
    {
        var options = new TabularOptions
        {
            Task = request.Task,
            Columns = new TableOptions { Scaling = request.Scaling },
            Seed = request.Seed,
            Validation = request.Training.Validation,
            Network = request.Network.AddTo,
            Training = training => request.Training.For(training, request.Seed),
        };
        using var interruption = new Interruption();
        return TabularModel.Fit(training, label, options, new ConsoleProgress(), interruption.Token);
    }

    private static void Announce(TabularModel model)
    {
        TrainingHistory history = model.History!;
        Doubts.Print(model.Doubts, "About the table");
        string task = model.Task == TabularTask.Regression ? "a number" : $"one of {model.Classes.Count} classes";
        Terminal.WriteLine($"{model.Encoder.FeatureNames.Count} features to predict {task}; {model.Network.Depth} layers.");
        Terminal.WriteLine(history.StopReason switch
        {
            StopReason.Cancelled => $"Interrupted after {history.Epochs.Count} epochs.",
            StopReason.Diverged =>
                $"Diverged in epoch {history.Divergence!.Epoch} at {history.Divergence.Place}; a smaller --learning-rate may help.",
            _ => $"Trained for {history.Epochs.Count} epochs in {Clock.Of(history.Duration)}.",
        });
        if (history.BestEpoch is { } best) Terminal.WriteLine($"The weights are those of epoch {best}, the best on the validation rows.");
    }
}
