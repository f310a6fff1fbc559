using ResNet.Plotting;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The files of a run.</summary>
internal static class TabularFiles
{
    /// <summary>Writes the metrics, the training curves if an epoch was completed and, for classes, the confusion matrix.</summary>
    public static void Write(OutputFolder folder, TabularModel model, Table test, IReadOnlyDictionary<string, double> metrics)
    {
        MetricsFile.Write(folder["metrics.json"], metrics);
        Pictures.WarnWithoutFont();
        if (model.History is { Epochs.Count: > 0 } history) Pictures.Save(folder, "training", new TrainingFigure(history));
        if (model.Task == TabularTask.Classification) Pictures.Save(folder, "confusion", Confusion(model, test));
        Terminal.WriteLine($"Written to {folder["metrics.json"]} and pictures beside it");
    }

    private static ConfusionFigure Confusion(TabularModel model, Table test)
    {
        Dataset data = model.Encode(test);
        return new ConfusionFigure(ConfusionMatrix.Of(new Predictions(model.Network.Predict(data.Inputs), data)), model.Classes);
    }
}
