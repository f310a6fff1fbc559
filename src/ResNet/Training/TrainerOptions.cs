namespace ResNet;

/// <summary>
/// How to train. Holds settings only, so any number of trainers can share one object; <c>with</c> changes some of them and keeps the
/// rest. Options are equal where their settings are; lists are compared item by item, and losses, optimizers, schedules and metrics
/// by reference.
/// </summary>
/// <example>
/// <code>
/// var options = new TrainerOptions { Optimizer = new AdamW(0.003f), EarlyStopping = new EarlyStopping() };
/// TrainerOptions longer = options with { Epochs = 50 };
/// </code>
/// </example>
public sealed record TrainerOptions
{
    private static readonly Optimizer adamW = new AdamW(0.001f) { WeightDecay = 0.01f, DecayWeightsOnly = true };
    private static readonly Schedule oneCycle = new OneCycleSchedule { Peak = 0.1 };

    /// <summary>The loss, which training minimizes; softmax cross-entropy by default.</summary>
    /// <exception cref="ArgumentNullException">the loss is null.</exception>
    public Loss Loss { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Loss.SoftmaxCrossEntropy;

    /// <summary>
    /// The optimizer; by default AdamW with learning rate 0.001 and weight decay 0.01 on weights only. The more blocks a residual
    /// network has, the smaller its learning rate must be.
    /// </summary>
    /// <exception cref="ArgumentNullException">the optimizer is null.</exception>
    public Optimizer Optimizer { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = adamW;

    /// <summary>Samples in a mini-batch; 128 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the size is below 1.</exception>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 128;

    /// <summary>Number of passes through the training data; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 10;

    /// <summary>
    /// The learning rate schedule; by default one cycle, up over the first tenth of the fit and down to nearly 0 over the rest.
    /// <see cref="Schedule.Constant"/> keeps the optimizer's learning rate.
    /// </summary>
    /// <exception cref="ArgumentNullException">the schedule is null.</exception>
    public Schedule Schedule { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = oneCycle;

    /// <summary>
    /// The weight w of each class's samples in the loss Σwℓ/Σw, one per class; null, the default, weights all classes equally.
    /// Only for data with class labels.
    /// </summary>
    /// <exception cref="ArgumentException">a weight is negative or not finite, or all are 0.</exception>
    public IReadOnlyList<float>? ClassWeights
    {
        get;
        init => field = value is null || (value.All(weight => weight >= 0 && float.IsFinite(weight)) && value.Any(weight => weight > 0))
            ? value is null ? null : new ValueList<float>(value)
            : throw new ArgumentException("Class weights must be finite and not negative, and not all 0.", nameof(value));
    }

    /// <summary>
    /// Metrics to measure after every epoch, on the validation data and on the training samples (from the outputs of the training
    /// steps themselves, so with dropout and batch statistics); none by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">a metric is null, or two have the same name.</exception>
    public IReadOnlyList<Metric> Metrics
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Contains(null!)) throw new ArgumentException("A metric is null.", nameof(value));
            if (value.DistinctBy(metric => metric.Name).Count() < value.Count)
            {
                throw new ArgumentException("Two metrics have the same name.", nameof(value));
            }
            field = new ValueList<Metric>(value);
        }
    } = new ValueList<Metric>([]);

    /// <summary>Ends a fit that no longer improves, and keeps its best weights; null, the default, for no early stopping.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Ends a fit after the first batch that finishes past this time; null, the default, sets no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the time is not positive.</exception>
    public TimeSpan? TimeLimit
    {
        get;
        init => field = value is null || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeLimit), value, "A time limit must be positive.");
    }

    /// <summary>
    /// Where and how often a fit writes checkpoints, from which <see cref="Trainer.Resume"/> can continue it; null, the default,
    /// for none.
    /// </summary>
    public Checkpoints? Checkpoints { get; init; }

    /// <summary>The seed of the order of the samples and of all other random numbers of a fit; 0 by default.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Clips the gradient by its global norm to c: g ← g·min(1, c/(‖g‖ + 1e-6)), before weight decay (Pascanu et al. 2013).
    /// Null, the default, does not clip.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">c is not positive and finite.</exception>
    public float? ClipNorm
    {
        get;
        init => field = OptimizerState.CheckedNorm(value, nameof(ClipNorm));
    }

    /// <summary>
    /// The most threads; null, the default, for as many as there are processors. Training takes fewer while that is faster, as beside
    /// another busy program. The results are the same bits for any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int? Threads { get; init => field = value is null ? null : AtLeastOne(value.Value, nameof(Threads)); }

    /// <summary>The requested metrics, and those that early stopping and the schedule monitor.</summary>
    internal IReadOnlyList<Metric> Measured =>
        [.. Metrics.Concat(new[] { EarlyStopping?.Metric, Schedule.Watched }.OfType<Metric>()).DistinctBy(metric => metric.Name)];

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(TrainerOptions), PrintMembers);

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
}
