namespace ResNet;

/// <summary>
/// What training makes small: the mean over samples of a sample's loss ℓ, computed from the output layer's z as it is.
/// </summary>
public abstract class Loss
{
    private protected Loss()
    {
    }

    /// <summary>
    /// For classes: ℓ = log Σₖ exp(zₖ) − z_y with the label y and one output per class. The maximum is subtracted first.
    /// </summary>
    public static Loss SoftmaxCrossEntropy { get; } = new SoftmaxCrossEntropy();

    /// <summary>For regression: ℓ = Σₖ (zₖ − tₖ)²/K with the target t, the mean over the K outputs.</summary>
    public static Loss MeanSquaredError { get; } = new MeanSquaredError();

    /// <summary>
    /// For yes-or-no targets t in [0, 1]: ℓ = Σₖ (max(zₖ, 0) − zₖtₖ + log(1 + exp(−|zₖ|)))/K, the cross-entropy of σ(zₖ),
    /// the mean over the K outputs. Takes regression targets, or two classes on one output.
    /// </summary>
    public static Loss BinaryCrossEntropy { get; } = new BinaryCrossEntropy();

    /// <summary>Refuses a data set that does not go with this loss and a network of so many outputs.</summary>
    /// <exception cref="ArgumentException">names the parameter that the caller took the data by.</exception>
    internal abstract void Check(Dataset data, int outputs, string parameter);

    /// <summary>
    /// The loss of one sample, and ∂ℓ/∂z times <paramref name="scale"/> where the gradient is wanted (not empty).
    /// </summary>
    internal abstract float OfSample(ReadOnlySpan<float> z, Dataset data, int sample, Span<float> gradient, float scale);

    /// <summary>Whether the sample is misclassified; null where there are no classes.</summary>
    internal abstract bool? IsWrong(ReadOnlySpan<float> z, Dataset data, int sample);

    private protected static ArgumentException Mismatch(string parameter, string message) => new(message, parameter);
}
