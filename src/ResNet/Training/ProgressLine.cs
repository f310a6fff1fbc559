using System.Globalization;

namespace ResNet;

/// <summary>The progress of a fit as a line of pieces, the most important first, of which none is ever cut.</summary>
internal static class ProgressLine
{
    private const char FirstWide = '\u1100';

    /// <summary>A batch of an epoch that is not finished.</summary>
    public static IEnumerable<string> OfBatch(TrainingProgress value) =>
        [.. Epoch(value), Text($", {(double)value.Batch / value.Batches:P0}"), Text($": loss {value.Loss:G4}"), .. Pace(value)];

    /// <summary>A finished epoch.</summary>
    public static IEnumerable<string> OfEpoch(TrainingProgress value) =>
        [.. Epoch(value), Text($": loss {value.LastEpoch!.Loss:G4}"), .. Measured(value.LastEpoch), .. Pace(value)];

    /// <summary>
    /// As many pieces as a terminal of so many columns shows in one line; all of them where that is 0. The last column stays
    /// empty, since some terminals begin a new line once it is full.
    /// </summary>
    public static string Fit(IEnumerable<string> pieces, int columns)
    {
        string line = "";
        foreach (string piece in pieces)
        {
            if (columns > 0 && Columns(line + piece) >= columns) break;
            line += piece;
        }

        return line;
    }

    /// <summary>The most columns that a terminal needs for a text: letters of some scripts take two.</summary>
    public static int Columns(string text) => text.Sum(letter => letter < FirstWide ? 1 : 2);

    private static string[] Epoch(TrainingProgress value) => [Text($"epoch {value.Epoch}"), Text($" of {value.Epochs}")];

    /// <summary>What was measured on the validation data or, without any, on the training data.</summary>
    private static IEnumerable<string> Measured(EpochResult epoch) => epoch.Validation is { } validation
        ? [Text($", validation loss {validation.Loss:G4}"), .. Values("validation ", validation.ErrorRate, validation.Metrics)]
        : Values("", epoch.ErrorRate, epoch.Metrics);

    private static IEnumerable<string> Values(string of, double? errorRate, IReadOnlyDictionary<string, double> metrics)
    {
        if (errorRate is { } rate) yield return Text($", {of}error {rate:P1}");
        foreach ((string name, double value) in metrics) yield return Text($", {of}{OneLine(name)} {value:G4}");
    }

    private static string[] Pace(TrainingProgress value) =>
        [Text($", {Clock(value.TimeLeft)} left"), Text($", {value.SamplesPerSecond:N0} samples/s"),
            Text($", rate {value.LearningRate:G3}")];

    private static string Clock(TimeSpan time) => time.TotalHours < 1
        ? Text($"{time.Minutes}:{time.Seconds:00}")
        : Text($"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    private static string OneLine(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
