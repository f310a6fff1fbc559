using System.Diagnostics;

namespace ResNet.Samples;

/// <summary>A fit's progress as plain lines: one per epoch, or fewer where epochs are short.</summary>
internal sealed class FitLines : IProgress<TrainingProgress>
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan next;

    public void Report(TrainingProgress value)
    {
        if (value.Batch < value.Batches || (watch.Elapsed < next && value.Epoch < value.Epochs)) return;
        next = watch.Elapsed + pause;
        Console.WriteLine(Line(value));
    }

    private static string Line(TrainingProgress value)
    {
        EpochResult epoch = value.LastEpoch!;
        string validation = epoch.Validation is not { } found ? ""
            : found.ErrorRate is { } error ? $", validation loss {found.Loss:0.000}, accuracy {1 - error:P1}"
            : $", validation loss {found.Loss:0.000}";
        return $"epoch {value.Epoch} of {value.Epochs}: loss {epoch.Loss:0.000}{validation}; rate {value.LearningRate:G2}, " +
            $"{value.SamplesPerSecond:N0} samples/s, {Clock.Of(value.TimeLeft)} left";
    }
}
