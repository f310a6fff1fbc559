using ResNet.Plotting;

namespace ResNet.Samples;

/// <summary>The files of a training run.</summary>
internal static class ImageFiles
{
    /// <summary>Writes the metrics, the confusion matrix and, if an epoch was completed, the training curves.</summary>
    public static void Write(OutputFolder folder, ImageResult result)
    {
        MetricsFile.Write(folder["metrics.json"], result.Metrics);
        Pictures.WarnWithoutFont();
        Pictures.Save(folder, "confusion", new ConfusionFigure(result.Confusion, result.Names));
        if (result.History.Epochs.Count > 0) Pictures.Save(folder, "training", new TrainingFigure(result.History));
        Terminal.WriteLine($"Written to {folder["metrics.json"]}, confusion.* and training.*");
    }
}
