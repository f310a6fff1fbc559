using System.Collections.ObjectModel;

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
    private string? start; // the weights that the first fit began with, in short; null before it

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
    /// <exception cref="IOException">a checkpoint cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the folder of the checkpoints is denied.</exception>
    /// <remarks>
    /// With <see cref="TrainerOptions.Checkpoints"/> it begins anew all the same, and its checkpoints take the place of those that
    /// it finds; <see cref="Resume"/> goes on from them.
    /// </remarks>
    public TrainingHistory Fit(
        Dataset training, Dataset? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(training, validation, progress, resumed: false, cancellation);

    /// <summary>
    /// Goes on with a fit that was stopped, from the newest checkpoint of <see cref="TrainerOptions.Checkpoints"/>, and comes to
    /// the same bits as if it had never been stopped; where there is no checkpoint yet, fits from the start. A program that
    /// builds its network, loads its data and calls this can thus be killed and started again at any time.
    /// </summary>
    /// <param name="training">the samples to learn from, as before</param>
    /// <param name="validation">samples to evaluate on after every epoch, as before</param>
    /// <param name="progress">told after every batch</param>
    /// <param name="cancellation">ends the fit after the batch at hand</param>
    /// <remarks>
    /// <para>
    /// Network, data and options must be those of the fit: another architecture, other weights to start from, another sample
    /// or setting are refused. <see cref="TrainerOptions.Threads"/>, <see cref="TrainerOptions.Checkpoints"/> and
    /// <see cref="TrainerOptions.TimeLimit"/>, which counts the time before as well, may differ. A fit that was done gives its
    /// result again; of several fits of one trainer the last goes on. The same bits need a processor of the same type, and the
    /// same versions of .NET and of this library.
    /// </para>
    /// <para>
    /// Losses, schedules and metrics are compared by their text: one of your own with settings should put them into
    /// <see cref="object.ToString"/>. What it remembers from call to call by itself is in no checkpoint and starts anew, so that
    /// only one that is a function of what it is given comes to the same bits. The same goes for what a program does to the
    /// network in a report of progress.
    /// </para>
    /// <para>
    /// Where the newest checkpoint cannot be read, the message names it; once it is deleted, the one before is gone on from.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">there is no data.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network, the loss or a metric.</exception>
    /// <exception cref="InvalidDataException">the checkpoint is of another fit, which the message tells, or it is broken.</exception>
    /// <exception cref="InvalidOperationException">the options have no checkpoints, or as in <see cref="Fit"/>.</exception>
    /// <exception cref="IOException">the checkpoint cannot be read, or a new one not written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the folder of the checkpoints is denied.</exception>
    public TrainingHistory Resume(
        Dataset training, Dataset? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (Options.Checkpoints is null) throw new InvalidOperationException("Resume needs TrainerOptions.Checkpoints, which say where to go on from.");
        return Run(training, validation, progress, resumed: true, cancellation);
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
        using Use.Lease lease = network.Use.BeginPrediction();
        return Evaluator.Evaluate(network, data, Options);
    }

    private TrainingHistory Run(
        Dataset training, Dataset? validation, IProgress<TrainingProgress>? progress, bool resumed, CancellationToken cancellation)
    {
        Check(training, validation);
        using Use.Lease lease = network.Use.BeginFit();
        Checkpoints? checkpoints = Options.Checkpoints;
        string? begun = checkpoints is null ? null : start ?? Fingerprint.Of(network);
        var loop = new TrainingLoop(network, Options, new TrainingStep(network, training, Options, state), training)
        {
            Validation = validation,
            Progress = progress,
            Cancellation = cancellation,
            EpochsBefore = epochsBefore,
            Folder = checkpoints is null ? null : new CheckpointFolder(checkpoints),
            Fingerprint = begun is null
                ? ReadOnlyDictionary<string, string>.Empty
                : Fingerprint.Of(network, begun, training, validation, Options),
        };
        if (resumed) loop.Resume();
        start = begun;
        TrainingHistory history = loop.Run();
        epochsBefore = loop.EpochsBefore + history.Epochs.Count;
        return history;
    }

    private void Check(Dataset training, Dataset? validation)
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
    }

    private void Check(Dataset data, string name)
    {
        if (data.Features != network.Inputs)
        {
            throw new ArgumentException(
                $"{network.EntryName} expects {network.Inputs} features, but a sample of the data has {data.Features}.", name);
        }

        Options.Loss.Check(data, network.Outputs, name);
        if (network.TargetStandardization is not null && (data.Targets is null || !Options.Loss.TakesStandardizedTargets))
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
