namespace ResNet.Samples;

/// <summary>The results of a training run.</summary>
/// <param name="History">the training, epoch by epoch</param>
/// <param name="LogLoss">the log loss on the test images</param>
/// <param name="Confusion">labels and predictions of the test images</param>
/// <param name="Names">the names of the classes</param>
internal sealed record ImageResult(TrainingHistory History, double LogLoss, ConfusionMatrix Confusion, IReadOnlyList<string> Names)
{
    /// <summary>The metrics by name, on the test images.</summary>
    public IReadOnlyDictionary<string, double> Metrics => new Dictionary<string, double>
    {
        ["accuracy"] = Confusion.Accuracy,
        ["log_loss"] = LogLoss,
        ["macro_f1"] = Confusion.MacroF1,
        ["epochs"] = History.Epochs.Count,
        ["seconds"] = Math.Round(History.Duration.TotalSeconds, 3),
    };
}
