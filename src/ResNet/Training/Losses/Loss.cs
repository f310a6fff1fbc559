namespace ResNet;

/// <summary>
/// What training minimizes: the mean over samples of a sample's loss ℓ, computed from the output layer's z (logits, without
/// softmax or sigmoid), or Σwℓ/Σw where samples or classes have weights w. Derive from it for a custom loss.
/// </summary>
public abstract class Loss
{
    /// <summary>
    /// For classes: ℓ = log Σₖ exp(zₖ) − z_y with the label y and one output per class. For label smoothing create a
    /// <see cref="ResNet.SoftmaxCrossEntropy"/>.
    /// </summary>
    public static Loss SoftmaxCrossEntropy { get; } = new SoftmaxCrossEntropy();

    /// <summary>For regression: ℓ = Σₖ (zₖ − tₖ)²/K with the target t, the mean over the K outputs.</summary>
    public static Loss MeanSquaredError { get; } = new MeanSquaredError();

    /// <summary>For regression with outliers: ℓ = Σₖ |zₖ − tₖ|/K with the target t, the mean over the K outputs.</summary>
    public static Loss MeanAbsoluteError { get; } = new MeanAbsoluteError();

    /// <summary>
    /// For regression with outliers: squared near the target and absolute beyond δ = 1; for another δ create a
    /// <see cref="HuberLoss"/>.
    /// </summary>
    public static Loss Huber { get; } = new HuberLoss();

    /// <summary>
    /// For binary targets t in [0, 1], one for each output: ℓ = Σₖ (max(zₖ, 0) − zₖtₖ + log(1 + exp(−|zₖ|)))/K, the
    /// cross-entropy of σ(zₖ), the mean over the K outputs. For multi-label data, or for two classes with one output.
    /// </summary>
    public static Loss BinaryCrossEntropy { get; } = new BinaryCrossEntropy();

    /// <summary>Whether targets may be standardized for this loss.</summary>
    internal virtual bool TakesStandardizedTargets => true;

    /// <summary>Refuses a data set that cannot be used with this loss and number of outputs.</summary>
    /// <param name="data">the data set</param>
    /// <param name="outputs">the width of the network's output</param>
    /// <param name="parameter">the caller's parameter name for the data, for the exception</param>
    /// <exception cref="ArgumentException">the data cannot be used with this loss.</exception>
    public abstract void Check(Dataset data, int outputs, string parameter);

    /// <summary>
    /// The loss ℓ of one sample, and its gradient. Called from several threads at the same time; must not keep state.
    /// </summary>
    /// <param name="z">the network's output for the sample</param>
    /// <param name="target">the sample's label or targets</param>
    /// <param name="gradient">receives ∂ℓ/∂z, as long as z; empty if only the loss is needed</param>
    public abstract float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient);

    /// <summary>Whether the sample is misclassified; null where there are no classes, as by default.</summary>
    /// <param name="z">the network's output for the sample</param>
    /// <param name="target">the sample's label or targets</param>
    public virtual bool? IsWrong(ReadOnlySpan<float> z, Target target) => null;

    private protected static ArgumentException Mismatch(string parameter, string message) => new(message, parameter);

    private protected static float Smoothing(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}
