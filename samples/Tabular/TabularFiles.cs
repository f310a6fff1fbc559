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
        if (model.Task == TabularTask.Classification)
        {
            Pictures.Save(folder, "confusion", new ConfusionFigure(model.Confusion(test), model.Classes));
        }

        Terminal.WriteLine($"Written to {folder["metrics.json"]} and pictures beside it");
    }
}
