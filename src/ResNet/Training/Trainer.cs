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
    /// Trains for <see cref="TrainerOptions.Epochs"/> epochs, or until something in the options, the caller or a loss that
    /// stops being finite ends the fit before. The history says which.
    /// </summary>
    /// <param name="training">the samples to learn from</param>
    /// <param name="validation">samples to evaluate on after every epoch</param>
    /// <param name="progress">told after every batch</param>
    /// <param name="cancellation">ends the fit after the batch at hand</param>
    /// <exception cref="ArgumentNullException">there is no data.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network, the loss or a metric.</exception>
    /// <exception cref="InvalidOperationException">
    /// the network is in use by another fit or prediction; or the schedule gave a factor that is negative or not finite.
    /// </exception>
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
        var course = new Course(network, Options, new Fit(network, training, Options, state), training, epochsBefore)
        {
            Validation = validation,
            Progress = progress,
            Cancellation = cancellation,
        };
        TrainingHistory history = course.Run();
        epochsBefore += history.Epochs.Count;
        return history;
    }

    /// <summary>The mean loss, the share of errors and the metrics on a data set, in inference mode.</summary>
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
        if (network.TargetScaling is not null && (data.Targets is null || !Options.Loss.TakesScaledTargets))
        {
            throw new ArgumentException(
                "The network scales targets of a regression; classes and yes-or-no targets are to stay as they are.", name);
        }

        foreach (Metric metric in Options.Measured) metric.Check(data, network.Outputs);
        if (Options.ClassWeights is { } weights && weights.Count != data.Classes)
        {
            throw new ArgumentException($"There are {weights.Count} class weights, but the data has {data.Classes} classes.", name);
        }
    }
}
