using System.Diagnostics;

namespace ResNet;

/// <summary>
/// Trains a network. Seed, data and options fix every weight to the bit on a given processor type and runtime, whatever
/// the number of threads. A second fit goes on where the first ended, with the optimizer's memory.
/// </summary>
public sealed class Trainer
{
    private readonly Network network;
    private readonly OptimizerState state;
    private int epochsBefore;

    /// <summary>A trainer of that network.</summary>
    /// <param name="network">the network</param>
    /// <param name="options">how to train; the defaults if there are none</param>
    /// <exception cref="ArgumentNullException">there is no network.</exception>
    public Trainer(Network network, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        Options = options ?? new TrainerOptions();
        state = new OptimizerState(network.Parameters, Options.Optimizer);
    }

    /// <summary>How this trainer trains.</summary>
    public TrainerOptions Options { get; }

    /// <summary>
    /// Trains for <see cref="TrainerOptions.Epochs"/> epochs. A cancelled fit returns what it has.
    /// </summary>
    /// <param name="training">the samples to learn from</param>
    /// <param name="validation">samples to evaluate on after every epoch</param>
    /// <param name="progress">told after every batch</param>
    /// <param name="cancellation">ends the fit after the batch at hand</param>
    /// <exception cref="ArgumentNullException">there is no data.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network or the loss.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by another fit or prediction.</exception>
    /// <exception cref="DivergenceException">the loss or a weight stopped being finite.</exception>
    public TrainingHistory Fit(
        Dataset training, Dataset? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        Check(training, nameof(training));
        if (validation is not null) Check(validation, nameof(validation));
        if (network.UsesBatchNorm && Math.Min(training.Count, Options.BatchSize) < 2)
        {
            throw new ArgumentException(
                $"Batch normalization needs at least 2 samples in a batch, but there are {training.Count} samples and the batch size is {Options.BatchSize}.",
                nameof(training));
        }

        using Use.Lease lease = network.BeginFit();
        var fit = new Fit(network, training, Options, state);
        var snapshot = new Snapshot(network);
        List<EpochResult> epochs = [];
        for (int epoch = 1; epoch <= Options.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            EpochSums sums = default;
            fit.Shuffle(epochsBefore + epoch);
            for (int batch = 0; batch < fit.Batches && !cancellation.IsCancellationRequested; batch++)
            {
                EpochSums ofBatch = fit.Step(batch);
                if (!double.IsFinite(ofBatch.Loss)) throw Diverged(fit, snapshot, epochs, epoch, batch, fit.FirstBrokenPlace());
                sums += ofBatch;
                progress?.Report(new TrainingProgress(epoch, Options.Epochs, batch + 1, fit.Batches, ofBatch.Loss / ofBatch.Samples));
            }

            if (cancellation.IsCancellationRequested) break;
            if (!snapshot.TakeIfFinite(out string? broken)) throw Diverged(fit, snapshot, epochs, epoch, fit.Batches - 1, broken!);
            Evaluation? evaluation = validation is null ? null : Evaluator.Evaluate(network, validation, Options);
            epochs.Add(new EpochResult(epoch, sums.Loss / sums.Samples, sums.Error, evaluation, watch.Elapsed));
        }

        epochsBefore += epochs.Count;
        bool wasCancelled = epochs.Count < Options.Epochs;
        if (wasCancelled && !snapshot.TakeIfFinite(out _)) snapshot.Restore();
        return new TrainingHistory(epochs, wasCancelled);
    }

    /// <summary>The mean loss and the share of errors on a data set, in inference mode.</summary>
    /// <param name="data">the samples</param>
    /// <exception cref="ArgumentNullException">there is no data.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network or the loss.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Evaluation Evaluate(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(data, nameof(data));
        using Use.Lease lease = network.BeginPrediction();
        return Evaluator.Evaluate(network, data, Options);
    }

    private void Check(Dataset data, string name)
    {
        if (data.Features != network.Inputs)
        {
            throw new ArgumentException(
                $"{network.EntryName} expects {network.Inputs} features, but a sample of the data has {data.Features}.", name);
        }

        Options.Loss.Check(data, network.Outputs, name);
    }

    private static DivergenceException Diverged(
        Fit fit, Snapshot snapshot, List<EpochResult> epochs, int epoch, int batch, string place)
    {
        snapshot.Restore();
        fit.Forget();
        return new DivergenceException(epoch, batch + 1, place, new TrainingHistory(epochs, wasCancelled: false));
    }
}
