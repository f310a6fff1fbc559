using System.Globalization;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>The progress of a fit, reported after every batch; after an epoch's last batch, once the epoch's result is known.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Epochs">the total number of epochs</param>
/// <param name="Batch">the batch of the epoch that has just finished, from 1</param>
/// <param name="Batches">batches in an epoch</param>
/// <param name="Loss">mean loss of that batch</param>
/// <remarks>
/// The fit reports on its own thread and goes on when <see cref="IProgress{T}.Report"/> has returned, so that reports come in
/// order and none after the fit. <see cref="Progress{T}"/> is not made for this: it only posts each report to the thread pool, or
/// to the thread of a window that made it, where they are handled late, perhaps out of order, and most of them after a short fit
/// has returned. Use <see cref="ConsoleProgress"/>, or a class with a <c>Report</c> of its own.
/// </remarks>
/// <example>
/// <code>
/// sealed class LossLines : IProgress&lt;TrainingProgress&gt;
/// {
///     public void Report(TrainingProgress value) => Console.WriteLine($"{value.Epoch}.{value.Batch}: {value.Loss}");
/// }
/// </code>
/// </example>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Batch, int Batches, [property: JsonConverter(typeof(NumberOrNullConverter<double>))] double Loss)
{
    /// <summary>The learning rate of that batch's step.</summary>
    [JsonConverter(typeof(NumberOrNullConverter<float>))]
    public float LearningRate { get; init; }

    /// <summary>Training samples per second, since the fit began.</summary>
    [JsonConverter(typeof(NumberOrNullConverter<double>))]
    public double SamplesPerSecond { get; init; }

    /// <summary>
    /// The estimated time left for all remaining epochs, validation included, or until the time limit if that is sooner.
    /// </summary>
    public TimeSpan TimeLeft { get; init; }

    /// <summary>The result of the last completed epoch, with its metrics; null before the first epoch has ended.</summary>
    public EpochResult? LastEpoch { get; init; }

    /// <summary>Where the fit stands, such as <c>epoch 3 of 10, batch 5 of 40: loss 0.312, 12,345 samples/s, 0:01:20 left</c>.</summary>
    public override string ToString() =>
        $"epoch {Epoch} of {Epochs}, batch {Batch} of {Batches}: loss {Shown.Number(Loss)}, " +
        string.Create(CultureInfo.InvariantCulture, $"{SamplesPerSecond:N0} samples/s, {Shown.Clock(TimeLeft)} left");
}
