using System.Collections.ObjectModel;

namespace ResNet;

/// <summary>
/// Trains a network. The same seed, data and options give the same weights to the bit on a given processor type and runtime,
/// whatever the number of threads. A second fit continues where the first ended, with the optimizer's moments; where early stopping
/// or a divergence has put back the weights of an earlier epoch, the moments, which have gone with the later ones, begin again at 0.
/// </summary>
/// <example>
/// <code>
/// var trainer = new Trainer(network, new TrainerOptions { Epochs = 20, EarlyStopping = new EarlyStopping() });
/// TrainingHistory history = trainer.Fit(training, validation);
/// Console.WriteLine($"{history.StopReason} after {history.Epochs.Count} epochs: {trainer.Evaluate(test).ErrorRate:P1} wrong");
/// </code>
/// </example>
public sealed class Trainer
{
    private readonly Network network;
    private readonly OptimizerState state;
    private int epochsBefore;
    private string? start; // a digest of the weights that the first fit began with; null before it

    /// <summary>A trainer for a network.</summary>
    /// <param name="network">the network</param>
    /// <param name="options">how to train; null for the defaults</param>
    /// <exception cref="ArgumentNullException">the network is null.</exception>
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
    /// Trains for <see cref="TrainerOptions.Epochs"/> epochs, unless the options (early stopping, time limit), the caller or a
    /// divergence end the fit earlier; <see cref="TrainingHistory.StopReason"/> says which.
    /// </summary>
    /// <param name="training">the samples to learn from</param>
    /// <param name="validation">samples to evaluate on after every epoch</param>
    /// <param name="progress">
    /// receives a report after every batch, such as <see cref="ConsoleProgress"/>; see <see cref="TrainingProgress"/> for when
    /// </param>
    /// <param name="cancellation">ends the fit after the current batch</param>
    /// <exception cref="ArgumentNullException">the data is null.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network, the loss or a metric.</exception>
    /// <exception cref="InvalidOperationException">
    /// the network is in use by another fit or prediction; or the schedule gave a factor that is negative or not finite.
    /// </exception>
    /// <exception cref="IOException">a checkpoint cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the checkpoint folder is denied.</exception>
    /// <remarks>
    /// A fit always starts from the beginning: existing checkpoints in the folder are replaced. <see cref="Resume"/> continues from
    /// them.
    /// </remarks>
    public TrainingHistory Fit(
        Dataset training, Dataset? validation = null, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default) =>
        Run(training, validation, progress, resumed: false, cancellation);

    /// <summary>
    /// Continues a fit that was stopped, from the newest checkpoint of <see cref="TrainerOptions.Checkpoints"/>, with the same bits
    /// as if it had never been stopped; without a checkpoint, fits from the start. So a program that builds its network, loads its
    /// data and calls this can be killed and restarted at any time.
    /// </summary>
    /// <param name="training">the samples to learn from, as before</param>
    /// <param name="validation">samples to evaluate on after every epoch, as before</param>
    /// <param name="progress">
    /// receives a report after every batch, such as <see cref="ConsoleProgress"/>; see <see cref="TrainingProgress"/> for when
    /// </param>
    /// <param name="cancellation">ends the fit after the current batch</param>
    /// <remarks>
    /// <para>
    /// Network, data and options must be those of the fit: a different architecture, starting weights, data or setting is refused.
    /// <see cref="TrainerOptions.Threads"/>, <see cref="TrainerOptions.Checkpoints"/> and <see cref="TrainerOptions.TimeLimit"/>
    /// (which includes the time before the stop) may differ. A fit that was already complete returns its result again: to train on
    /// after its end, resume it and then call <see cref="Fit"/> on the same trainer, which does as many epochs once more from the
    /// weights and the optimizer's moments there are. If a trainer did several fits, the last is continued. The same bits require
    /// the same processor type, .NET version and library
    /// version.
    /// </para>
    /// <para>
    /// Losses, optimizers, schedules and metrics are compared by their <see cref="object.ToString"/> under the invariant culture,
    /// which should contain the settings of custom ones; metrics by their names too. State that they keep from call to call is not
    /// in checkpoints, so only those whose results depend on nothing but their arguments give the same bits. Neither are changes
    /// that a program makes to the network in a progress report.
    /// </para>
    /// <para>
    /// If the newest checkpoint cannot be read, the message names it; after deleting it, the fit continues from the one before.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">the data is null.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network, the loss or a metric.</exception>
    /// <exception cref="InvalidDataException">the checkpoint is invalid, or of another fit; the message says what differs.</exception>
    /// <exception cref="InvalidOperationException">the options have no checkpoints; or as in <see cref="Fit"/>.</exception>
    /// <exception cref="IOException">a checkpoint cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the checkpoint folder is denied.</exception>
    public TrainingHistory Resume(
        Dataset training, Dataset? validation = null, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        if (Options.Checkpoints is null)
        {
            throw new InvalidOperationException("Resume needs TrainerOptions.Checkpoints, which say where the checkpoints are.");
        }

        return Run(training, validation, progress, resumed: true, cancellation);
    }

    /// <summary>The mean loss, the error rate and the metrics on a data set, in inference mode.</summary>
    /// <param name="data">the samples</param>
    /// <exception cref="ArgumentNullException">the data is null.</exception>
    /// <exception cref="ArgumentException">the data does not fit the network or the loss.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Evaluation Evaluate(Dataset data) => network.Evaluate(data, Options);

    /// <summary>The depth of the network and the options.</summary>
    public override string ToString() => $"trainer of a network of depth {network.Depth}: {Options}";

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
        try
        {
            TrainingHistory history = loop.Run();
            epochsBefore = loop.EpochsBefore + history.Epochs.Count;
            return history;
        }
        finally
        {
            (progress as ConsoleProgress)?.End();
        }
    }

    private void Check(Dataset training, Dataset? validation)
    {
        ArgumentNullException.ThrowIfNull(training);
        Evaluator.Check(network, training, Options, nameof(training));
        if (validation is not null) Evaluator.Check(network, validation, Options, nameof(validation));
        if (network.UsesBatchNorm && Math.Min(training.Count, Options.BatchSize) < 2)
        {
            throw new ArgumentException(
                $"Batch normalization needs at least 2 samples in a batch, but there are {training.Count} samples and the batch size is " +
                $"{Options.BatchSize}.",
                nameof(training));
        }
    }
}
