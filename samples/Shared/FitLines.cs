using System.Diagnostics;

namespace ResNet.Samples;

/// <summary>A fit's progress as plain lines: one after the first epoch, then one now and then.</summary>
internal sealed class FitLines : IProgress<TrainingProgress>
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan next;

    public void Report(TrainingProgress value)
    {
        if (value.Batch < value.Batches || (watch.Elapsed < next && value.Epoch < value.Epochs)) return;
        next = watch.Elapsed + pause;
        Console.WriteLine($"epoch {value.Epoch} of at most {value.Epochs}, {Clock.Of(watch.Elapsed)} gone, loss of the last batch {value.Loss:0.000}");
    }
}
