using System.Diagnostics;

namespace ResNet;

/// <summary>The course of a fit: epoch after epoch until they are done or something ends it before.</summary>
internal sealed class Course
{
    private readonly Network network;
    private readonly TrainerOptions options;
    private readonly Fit fit;
    private readonly int epochsBefore;
    private readonly Dataset training;
    private readonly List<EpochResult> epochs = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Snapshot good;
    private readonly BestEpoch? best;
    private long samplesDone;
    private StopReason? reason;
    private Divergence? divergence;

    public Course(Network network, TrainerOptions options, Fit fit, Dataset training, int epochsBefore)
    {
        this.network = network;
        this.options = options;
        this.fit = fit;
        this.training = training;
        this.epochsBefore = epochsBefore;
        good = new Snapshot(network);
        best = options.EarlyStopping is null ? null : new BestEpoch(options.EarlyStopping, network);
    }

    public Dataset? Validation { get; init; }

    public IProgress<TrainingProgress>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }

    public TrainingHistory Run()
    {
        for (int epoch = 1; epoch <= options.Epochs && reason is null; epoch++) RunEpoch(epoch);
        if (best is not null) best.Restore();
        if (best?.Number is null && reason is not (null or StopReason.Diverged) && !good.TakeIfFinite(out _)) good.Restore();
        return new TrainingHistory(epochs, reason ?? StopReason.Completed)
        {
            BestEpoch = best?.Number,
            Divergence = divergence,
            Duration = clock.Elapsed,
        };
    }

    private void RunEpoch(int epoch)
    {
        TimeSpan began = clock.Elapsed;
        EpochSums sums = default;
        TrainingProgress progress = default;
        fit.Shuffle(epochsBefore + epoch);
        for (int batch = 0; batch < fit.Batches; batch++)
        {
            if (batch > 0) Progress?.Report(progress);
            if (MustStop()) return;
            float rate = RateAt((epoch - 1) * fit.Batches + batch);
            EpochSums ofBatch = fit.Step(batch, rate, (long)(epochsBefore + epoch - 1) * fit.Batches + batch);
            if (!double.IsFinite(ofBatch.Loss))
            {
                Diverge(epoch, batch, fit.FirstBrokenPlace());
                return;
            }

            sums += ofBatch;
            samplesDone += ofBatch.Samples;
            Instruments.Step(ofBatch.Samples, ofBatch.MeanLoss, rate);
            progress = ProgressAfter(epoch, batch, ofBatch.MeanLoss, rate);
        }

        Complete(epoch, sums, progress, began);
    }

    /// <summary>The epoch's result, and what follows from it.</summary>
    private void Complete(int epoch, EpochSums sums, TrainingProgress progress, TimeSpan began)
    {
        if (!good.TakeIfFinite(out string? broken))
        {
            Diverge(epoch, fit.Batches - 1, broken!);
            return;
        }

        Evaluation? evaluation = Validation is null ? null : Evaluator.Evaluate(network, Validation, options);
        var result = new EpochResult(epoch, sums.MeanLoss, sums.Error, evaluation, clock.Elapsed - began)
        {
            LearningRate = progress.LearningRate,
            Metrics = Evaluator.Measure(options.Measured, fit.Outputs, training),
        };
        epochs.Add(result);
        Instruments.Epoch(result);
        Progress?.Report(progress with { LastEpoch = result });
        best?.Consider(result);
        if (best?.IsTooLongAgo == true && epoch < options.Epochs) reason = StopReason.EarlyStopping;
    }

    private bool MustStop()
    {
        if (Cancellation.IsCancellationRequested) reason = StopReason.Cancelled;
        else if (clock.Elapsed >= options.TimeLimit) reason = StopReason.TimeLimit;
        return reason is not null;
    }

    private void Diverge(int epoch, int batch, string place)
    {
        good.Restore();
        fit.Forget();
        reason = StopReason.Diverged;
        divergence = new Divergence(epoch, batch + 1, place);
    }

    private float RateAt(int step)
    {
        float rate = options.Optimizer.LearningRate;
        double factor = options.Schedule.Factor(new TrainingTime(step, fit.Batches, options.Epochs, epochs));
        return factor >= 0 && double.IsFinite(factor)
            ? (float)(rate * factor)
            : throw new InvalidOperationException($"The schedule gave the factor {factor} at step {step}; it must be finite and not negative.");
    }

    private TrainingProgress ProgressAfter(int epoch, int batch, double loss, float rate)
    {
        double seconds = clock.Elapsed.TotalSeconds;
        double left = seconds / samplesDone * ((double)training.Count * options.Epochs - samplesDone);
        if (options.TimeLimit is { } limit) left = Math.Clamp(limit.TotalSeconds - seconds, 0, left);
        return new TrainingProgress(epoch, options.Epochs, batch + 1, fit.Batches, loss)
        {
            LearningRate = rate,
            SamplesPerSecond = samplesDone / seconds,
            TimeLeft = TimeSpan.FromSeconds(Math.Min(left, TimeSpan.MaxValue.TotalSeconds)),
            LastEpoch = epochs.Count > 0 ? epochs[^1] : null,
        };
    }
}
