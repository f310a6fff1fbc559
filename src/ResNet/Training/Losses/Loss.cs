using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>
/// What training minimizes: the mean over samples of a sample's loss ℓ, computed from the output layer's z (logits, without
/// softmax or sigmoid), or Σwℓ/Σw where samples or classes have weights w. Derive from it for a custom loss.
/// </summary>
/// <example>
/// <code>
/// TrainerOptions options = new() { Loss = Loss.MeanSquaredError };                          // a regression
/// TrainerOptions smoothed = new() { Loss = new SoftmaxCrossEntropy { LabelSmoothing = 0.1f } };
/// </code>
/// </example>
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

    /// <summary>
    /// The mean loss of a batch, Σwℓ/Σw with the samples' weights w, and its gradient, for a training loop of one's own: what a
    /// <see cref="Trainer"/> without class weights computes, to the bit.
    /// </summary>
    /// <param name="z">the output of <see cref="Module.Forward"/>, outputs × samples</param>
    /// <param name="batch">the samples</param>
    /// <param name="standardization">the network's <see cref="Network.TargetStandardization"/>; null where it has none</param>
    /// <returns>the mean loss, and its gradient with respect to z, outputs × samples</returns>
    /// <exception cref="ArgumentNullException">there is no output or no batch.</exception>
    /// <exception cref="ArgumentException">the batch has another number of samples, or cannot be used with this loss.</exception>
    public (double Mean, Matrix<float> Gradient) OfBatch(Matrix<float> z, Dataset batch, Standardization? standardization = null)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(batch);
        Check(batch, z.RowCount, nameof(batch));
        if (z.ColumnCount != batch.Count)
        {
            throw Mismatch(nameof(z), $"The output is of {z.ColumnCount} samples, but the batch has {batch.Count}.");
        }

        var targets = new Targets(batch, standardization);
        float[] outputs = z.ToColumnMajorArray(), gradients = new float[outputs.Length];
        double sum = 0, weight = 0;
        for (int j = 0; j < batch.Count; j++) weight += batch.WeightOf(j);
        for (int j = 0; j < batch.Count && weight > 0; j++)
        {
            Span<float> gradient = gradients.AsSpan(j * z.RowCount, z.RowCount);
            sum += (double)batch.WeightOf(j) * OfSample(outputs.AsSpan(j * z.RowCount, z.RowCount), targets[j], gradient);
            TensorPrimitives.Multiply(gradient, (float)(batch.WeightOf(j) / weight), gradient);
        }

        return (weight > 0 ? sum / weight : 0, Matrix<float>.Build.Dense(z.RowCount, z.ColumnCount, gradients));
    }

    /// <summary>Whether the sample is misclassified; null where there are no classes, as by default.</summary>
    /// <param name="z">the network's output for the sample</param>
    /// <param name="target">the sample's label or targets</param>
    public virtual bool? IsWrong(ReadOnlySpan<float> z, Target target) => null;

    private protected static ArgumentException Mismatch(string parameter, string message) => new(message, parameter);

    private protected static float Smoothing(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}
