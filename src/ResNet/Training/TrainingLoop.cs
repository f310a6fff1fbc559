using System.Collections.ObjectModel;
using System.Diagnostics;

namespace ResNet;

/// <summary>The loop of a fit: epoch after epoch until they are done or something ends it before.</summary>
internal sealed partial class TrainingLoop
{
    private readonly Network network;
    private readonly TrainerOptions options;
    private readonly TrainingStep step;
    private readonly Dataset training;
    private readonly List<EpochResult> epochs = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Snapshot good;
    private readonly BestEpoch? best;
    private int epoch = 1;
    private int batch;
    private EpochSums sums;
    private TimeSpan spentBefore;
    private TimeSpan epochBegan;
    private TrainingProgress? progress;
    private StopReason? reason;
    private Divergence? divergence;

    public TrainingLoop(Network network, TrainerOptions options, TrainingStep step, Dataset training)
    {
        this.network = network;
        this.options = options;
        this.step = step;
        this.training = training;
        good = new Snapshot(network);
        best = options.EarlyStopping is null ? null : new BestEpoch(options.EarlyStopping, network);
    }

    public Dataset? Validation { get; init; }

    public IProgress<TrainingProgress>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Epochs of earlier fits.</summary>
    public int EpochsBefore { get; set; }

    /// <summary>Where the fit writes down where it stands; null if nowhere.</summary>
    public CheckpointFolder? Folder { get; init; }

    /// <summary>What a checkpoint must be of to be resumed.</summary>
    public IReadOnlyDictionary<string, string> Fingerprint { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The time spent on the fit, that before it was stopped and resumed included.</summary>
    private TimeSpan Spent => spentBefore + clock.Elapsed;

    public TrainingHistory Run()
    {
        if (!isResumed) WriteCheckpoint();
        while (epoch <= options.Epochs && reason is null) RunEpoch();
        if (reason != StopReason.Diverged && Folder?.IsBehind == true) WriteCheckpoint();
        if (best?.Restore() == true) step.Forget();
        if (best?.Number is null && reason is not (null or StopReason.Diverged) && !KeepIfFinite(out _)) good.Restore();
        return new TrainingHistory(epochs, reason ?? StopReason.Completed)
        {
            BestEpoch = best?.Number,
            Divergence = divergence,
            Duration = Spent,
        };
    }

    private void RunEpoch()
    {
        if (batch == 0) epochBegan = Spent;
        step.Shuffle(EpochsBefore + epoch);
        while (batch < step.Batches)
        {
            if (progress is { } done && batch > 0) Progress?.Report(done);
            if (MustStop()) return;
            if (Folder?.IsDue == true) WriteCheckpoint();
            if (!Step()) return;
        }

        Complete();
    }

    /// <summary>Trains on the next batch; false where its loss is not finite.</summary>
    private bool Step()
    {
        float rate = RateAt((epoch - 1) * step.Batches + batch);
        EpochSums ofBatch = step.Take(batch, rate, (long)(EpochsBefore + epoch - 1) * step.Batches + batch);
        batch++;
        if (!double.IsFinite(ofBatch.Loss))
        {
            Diverge(step.FirstBrokenPlace());
            return false;
        }

        sums += ofBatch;
        Folder?.CountStep();
        Instruments.Step(ofBatch.Samples, ofBatch.MeanLoss, rate);
        progress = ProgressAfter(ofBatch.MeanLoss, rate);
        return true;
    }

    /// <summary>The epoch's result, and what follows from it.</summary>
    private void Complete()
    {
        if (!KeepIfFinite(out string? broken))
        {
            Diverge(broken!);
            return;
        }

        Evaluation? evaluation = Validation is null ? null : Evaluator.Evaluate(network, Validation, options);
        var result = new EpochResult(epoch, sums.MeanLoss, sums.ErrorRate, evaluation, Spent - epochBegan)
        {
            LearningRate = progress!.Value.LearningRate,
            Metrics = Evaluator.Measure(options.Measured, step.Outputs, training),
        };
        epochs.Add(result);
        Instruments.Epoch(result);
        Progress?.Report(progress.Value with { LastEpoch = result });
        if (Consider(result)) best!.Values.Take();
        (epoch, batch, sums) = (epoch + 1, 0, default);
    }

    /// <summary>
    /// Keeps the network's values if all are finite and so is all that it predicts with them for the last batch; otherwise names the
    /// first place that is not.
    /// </summary>
    private bool KeepIfFinite(out string? broken)
    {
        broken = good.Broken ?? step.BrokenPrediction();
        if (broken is not null) return false;
        good.Take();
        return true;
    }

    /// <summary>Whether it is the best epoch so far; ends the fit if that was too long ago.</summary>
    private bool Consider(EpochResult result)
    {
        bool isBest = best?.Consider(result) == true;
        if (best?.IsTooLongAgo == true && result.Epoch < options.Epochs) reason = StopReason.EarlyStopping;
        return isBest;
    }

    private bool MustStop()
    {
        if (Cancellation.IsCancellationRequested) reason = StopReason.Cancelled;
        else if (Spent >= options.TimeLimit) reason = StopReason.TimeLimit;
        return reason is not null;
    }

    private void Diverge(string place)
    {
        good.Restore();
        step.Forget();
        reason = StopReason.Diverged;
        divergence = new Divergence(epoch, batch, place);
    }

    private float RateAt(int number)
    {
        float rate = options.Optimizer.LearningRate;
        double factor = options.Schedule.Factor(new TrainingTime(number, step.Batches, options.Epochs, epochs));
        return factor >= 0 && double.IsFinite(factor)
            ? (float)(rate * factor)
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"The schedule gave the factor {factor} at step {number}; it must be finite and not negative."));
    }

    private TrainingProgress ProgressAfter(double loss, float rate)
    {
        double seconds = Spent.TotalSeconds, samplesDone = (double)(epoch - 1) * training.Count + sums.Samples;
        double left = seconds / samplesDone * ((double)training.Count * options.Epochs - samplesDone);
        if (options.TimeLimit is { } limit) left = Math.Clamp(limit.TotalSeconds - seconds, 0, left);
        return new TrainingProgress(epoch, options.Epochs, batch, step.Batches, loss)
        {
            LearningRate = rate,
            SamplesPerSecond = samplesDone / seconds,
            TimeLeft = TimeSpan.FromSeconds(Math.Min(left, TimeSpan.MaxValue.TotalSeconds)),
            LastEpoch = epochs.Count > 0 ? epochs[^1] : null,
        };
    }
}
