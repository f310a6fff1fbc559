using System.Diagnostics;

namespace ResNet.Studies;

/// <summary>
/// Training error against number of layers. For each depth it trains plain networks and their residual counterparts (same widths,
/// data, epochs and seeds; the residual branches start at zero) with SGD and momentum 0.9, each at the best learning rate of a grid,
/// with several seeds. Plain networks also get the better of He and orthogonal initialization.
/// </summary>
/// <remarks>
/// The search for the rate: with the first seed every other rate of the grid is tried, from the middle outwards, until the errors at
/// both ends are above the smallest one or that is 0; then the rates beside the best. The best is trained with all seeds, and the
/// rates beside it as long as their median can still be smaller. Where one is better, the search goes on beside it. So no chosen
/// rate is at the edge of what was tried, unless the grid ends there or there is no error. Should the error have several minima over
/// the rates, it may find another than the smallest.
/// </remarks>
/// <example>
/// <code>
/// DepthStudyResult result = new DepthStudy(new DepthStudyOptions { Depths = [2, 8, 32] }).Run(data);
/// foreach (DepthStudyPoint point in result.Points) Console.WriteLine($"{point.Kind} {point.Depth}: {point.MedianError:P1}");
/// </code>
/// </example>
public sealed class DepthStudy
{
    private const float Momentum = 0.9f;

    /// <summary>A study with these options.</summary>
    /// <param name="options">what to train; null for the defaults</param>
    public DepthStudy(DepthStudyOptions? options = null) => Options = options ?? new DepthStudyOptions();

    /// <summary>What this study trains.</summary>
    public DepthStudyOptions Options { get; }

    /// <summary>Trains all networks of the study. A cancelled study returns the finished runs.</summary>
    /// <param name="data">the samples, with labels</param>
    /// <param name="progress">receives a report after every run, on the thread that trained it</param>
    /// <param name="cancellation">ends the study; unfinished runs are discarded</param>
    /// <exception cref="ArgumentNullException">the data is null.</exception>
    /// <exception cref="ArgumentException">
    /// the data has no classes, or too few samples for batch normalization, which needs two in a batch.
    /// </exception>
    public DepthStudyResult Run(Dataset data, IProgress<DepthStudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Classes == 0) throw new ArgumentException("A depth study needs data with classes.", nameof(data));

        RateSearch[] searches = [.. RateSearch.Of(Options)];
        new RunQueue(searches, progress).Work(
            run => Train(run, data, cancellation), Options.Threads ?? Environment.ProcessorCount, cancellation);
        return new DepthStudyResult(Options, searches);
    }

    /// <summary>The options of the study.</summary>
    public override string ToString() => $"depth study: {Options}";

    /// <summary>Trains and evaluates one network; null if it was cancelled.</summary>
    private DepthStudyRun? Train(PlannedRun run, Dataset data, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        Network network = run.Build(data, Options);
        var trainer = new Trainer(network, new TrainerOptions
        {
            Schedule = Schedule.Constant,
            Optimizer = new Sgd(run.LearningRate) { Momentum = Momentum },
            BatchSize = Options.BatchSize,
            Epochs = Options.Epochs,
            Seed = run.Seed,
            Threads = 1, // parallel runs already occupy all processors
        });
        StopReason reason = trainer.Fit(data, cancellation: cancellation).StopReason;
        if (reason == StopReason.Cancelled) return null;
        if (reason == StopReason.Diverged)
        {
            return run.Ended(new Evaluation(double.PositiveInfinity, 1), RunStatus.Diverged, watch.Elapsed);
        }

        Evaluation evaluation = trainer.Evaluate(data);
        return run.Ended(evaluation, IsDead(network, data) ? RunStatus.Dead : RunStatus.Ok, watch.Elapsed);
    }

    /// <summary>Whether all samples have the same output, to the bit. With a single sample this cannot be known.</summary>
    private static bool IsDead(Network network, Dataset data)
    {
        if (data.Count == 1) return false;
        float[] output = network.Predict(data.Inputs).AsColumnMajorArray();
        ReadOnlySpan<float> first = output.AsSpan(0, network.Outputs);
        for (int sample = 1; sample < data.Count; sample++)
        {
            if (!first.SequenceEqual(output.AsSpan(sample * network.Outputs, network.Outputs))) return false;
        }

        return true;
    }
}
