namespace ResNet;

/// <summary>How to train. Holds settings only, so one object can serve any number of trainers.</summary>
public sealed class TrainerOptions
{
    /// <summary>What is made small; softmax cross-entropy by default.</summary>
    /// <exception cref="ArgumentNullException">there is no loss.</exception>
    public Loss Loss { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Loss.SoftmaxCrossEntropy;

    /// <summary>
    /// How gradients become steps; by default AdamW with learning rate 0.001 and weight decay 0.01 on weights only. The usable
    /// learning rate of a residual network falls with the number of its blocks.
    /// </summary>
    /// <exception cref="ArgumentNullException">there is no optimizer.</exception>
    public Optimizer Optimizer { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        new AdamW(0.001f) { WeightDecay = 0.01f, DecayWeightsOnly = true };

    /// <summary>Samples in a mini-batch; 128 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the size is below 1.</exception>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 128;

    /// <summary>How often a fit goes through the data; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 10;

    /// <summary>
    /// How the learning rate changes during a fit; by default one cycle, up over the first tenth of the fit and down to nearly
    /// nothing over the rest. <see cref="Schedule.Constant"/> leaves it as it is.
    /// </summary>
    /// <exception cref="ArgumentNullException">there is no schedule.</exception>
    public Schedule Schedule { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        new OneCycleSchedule { Peak = 0.1 };

    /// <summary>
    /// What each class's samples count for in the loss, Σwℓ/Σw, one weight per class; null, the default, counts all alike.
    /// Only for data with class labels.
    /// </summary>
    /// <exception cref="ArgumentException">a weight is negative or not finite, or all are 0.</exception>
    public IReadOnlyList<float>? ClassWeights
    {
        get;
        init => field = value is null || (value.All(weight => weight >= 0 && float.IsFinite(weight)) && value.Any(weight => weight > 0))
            ? value is null ? null : [.. value]
            : throw new ArgumentException("Class weights must be finite and not negative, and not all 0.", nameof(value));
    }

    /// <summary>
    /// Metrics to measure after every epoch, on the training samples (each as its batch found it, dropout and batch
    /// statistics included) and on the validation data; none by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">there is no list.</exception>
    /// <exception cref="ArgumentException">a metric is null, or two have the same name.</exception>
    public IReadOnlyList<Metric> Metrics
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Contains(null!)) throw new ArgumentException("A metric is null.", nameof(value));
            if (value.DistinctBy(metric => metric.Name).Count() < value.Count) throw new ArgumentException("Two metrics have the same name.", nameof(value));
            field = [.. value];
        }
    } = [];

    /// <summary>Ends a fit that gets no better and keeps its best weights; null, the default, does not.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Ends a fit after the batch at which this time is over; null, the default, sets no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the time is not positive.</exception>
    public TimeSpan? TimeLimit
    {
        get;
        init => field = value is null || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeLimit), value, "A time limit must be positive.");
    }

    /// <summary>
    /// Where and how often a fit writes down where it stands, so that <see cref="Trainer.Resume"/> can go on from there; null,
    /// the default, does not.
    /// </summary>
    public Checkpoints? Checkpoints { get; init; }

    /// <summary>Fixes the order of the samples in every epoch and all other draws of a fit; 0 by default.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Clips the gradient by its global norm to c: g ← g·min(1, c/(‖g‖ + 1e-6)), before weight decay (Pascanu et al. 2013).
    /// Null, the default, does not clip.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">c is not positive and finite.</exception>
    public float? ClipNorm
    {
        get;
        init => field = value is null or (> 0 and < float.PositiveInfinity)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ClipNorm), value, "A norm to clip to must be positive and finite.");
    }

    /// <summary>
    /// The most threads to use; null, the default, means as many as there are processors. The results are the same bits
    /// for every number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int? Threads { get; init => field = value is null ? null : AtLeastOne(value.Value, nameof(Threads)); }

    /// <summary>The metrics asked for, and what early stopping and the schedule watch.</summary>
    internal IReadOnlyList<Metric> Measured =>
        [.. Metrics.Concat(new[] { EarlyStopping?.Metric, Schedule.Watched }.OfType<Metric>()).DistinctBy(metric => metric.Name)];

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
}
