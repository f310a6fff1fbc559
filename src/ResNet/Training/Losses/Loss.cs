namespace ResNet;

/// <summary>
/// What training makes small: the mean over samples of a sample's loss ℓ, computed from the output layer's z as it is, or
/// Σwℓ/Σw where samples or classes have weights w. Derive from it for a loss of your own.
/// </summary>
public abstract class Loss
{
    /// <summary>
    /// For classes: ℓ = log Σₖ exp(zₖ) − z_y with the label y and one output per class. For label smoothing make a
    /// <see cref="ResNet.SoftmaxCrossEntropy"/> of your own.
    /// </summary>
    public static Loss SoftmaxCrossEntropy { get; } = new SoftmaxCrossEntropy();

    /// <summary>For regression: ℓ = Σₖ (zₖ − tₖ)²/K with the target t, the mean over the K outputs.</summary>
    public static Loss MeanSquaredError { get; } = new MeanSquaredError();

    /// <summary>For regression with outliers: ℓ = Σₖ |zₖ − tₖ|/K with the target t, the mean over the K outputs.</summary>
    public static Loss MeanAbsoluteError { get; } = new MeanAbsoluteError();

    /// <summary>
    /// For regression with outliers: squared near the target and absolute beyond δ = 1; for another δ make a
    /// <see cref="HuberLoss"/> of your own.
    /// </summary>
    public static Loss Huber { get; } = new HuberLoss();

    /// <summary>
    /// For yes-or-no targets t in [0, 1], as many as there are outputs: ℓ = Σₖ (max(zₖ, 0) − zₖtₖ + log(1 + exp(−|zₖ|)))/K,
    /// the cross-entropy of σ(zₖ), the mean over the K outputs. Takes several labels a sample, or two classes on one output.
    /// </summary>
    public static Loss BinaryCrossEntropy { get; } = new BinaryCrossEntropy();

    /// <summary>Whether targets may be scaled to their standard deviations before this loss sees them.</summary>
    internal virtual bool TakesStandardizedTargets => true;

    /// <summary>Refuses a data set that does not go with this loss and a network of so many outputs.</summary>
    /// <param name="data">the data set</param>
    /// <param name="outputs">the width of the network's output</param>
    /// <param name="parameter">the parameter that the caller took the data by, for the exception</param>
    /// <exception cref="ArgumentException">the data does not go with this loss.</exception>
    public abstract void Check(Dataset data, int outputs, string parameter);

    /// <summary>
    /// The loss ℓ of one sample, and its gradient. Called from several threads at once; keeps nothing.
    /// </summary>
    /// <param name="z">the network's output for the sample</param>
    /// <param name="target">what it should be</param>
    /// <param name="gradient">where ∂ℓ/∂z goes, as long as z; empty where only the loss is wanted</param>
    public abstract float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient);

    /// <summary>Whether the sample is misclassified; null, unless overridden, where there are no classes.</summary>
    /// <param name="z">the network's output for the sample</param>
    /// <param name="target">what it should be</param>
    public virtual bool? IsWrong(ReadOnlySpan<float> z, Target target) => null;

    private protected static ArgumentException Mismatch(string parameter, string message) => new(message, parameter);

    private protected static float Smoothing(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}
