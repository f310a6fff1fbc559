namespace ResNet.Tool;

/// <summary>How a training ended, in words.</summary>
internal static class TrainingEnd
{
    /// <param name="history">the training</param>
    /// <param name="saved">the file that the model was saved to; null where it was not</param>
    public static string Of(TrainingHistory history, string? saved)
    {
        string done = $"{Shown.Count(history.Epochs.Count, "epoch")} in {Shown.Time(history.Duration)}";
        string end = history.StopReason switch
        {
            StopReason.Cancelled => $"Interrupted after {done}",
            StopReason.TimeLimit => $"The time of --time was up after {done}",
            StopReason.Diverged => $"{history.Divergence!.ToString().TrimEnd('.')}; a smaller --learning-rate may help",
            _ => $"Trained for {done}",
        };
        return Shown.Sentence($"{end}; {(saved is null ? "the model is not saved, since there is no --save" : $"saved to {saved}")}.");
    }
}
