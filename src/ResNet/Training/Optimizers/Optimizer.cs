namespace ResNet;

/// <summary>
/// How gradients become steps. An optimizer holds settings only, and one object may serve any number of trainers: what
/// it remembers from step to step belongs to the trainer, or to what <see cref="For"/> gives for a loop of one's own. Derive from
/// it for another element-wise update w ← f(w, g), with up to two remembered numbers for every value.
/// </summary>
/// <example>
/// Signed gradients (Bernstein et al. 2018):
/// <code>
/// public sealed class SignSgd(float learningRate) : Optimizer(learningRate)
/// {
///     protected override int Moments => 0;
///
///     protected override void Update(
///         Span&lt;float> values, ReadOnlySpan&lt;float> gradients, Span&lt;float> first, Span&lt;float> second,
///         OptimizerStep current)
///     {
///         for (int i = 0; i &lt; values.Length; i++) values[i] -= current.Rate * (Math.Sign(gradients[i]) + current.Decay * values[i]);
///     }
/// }
/// </code>
/// </example>
/// <remarks>
/// A custom optimizer's <see cref="ToString"/> should contain its settings: checkpoints are compared by it, under the invariant
/// culture.
/// </remarks>
public abstract class Optimizer
{
    /// <summary>An optimizer with that learning rate.</summary>
    /// <param name="learningRate">η, positive</param>
    /// <exception cref="ArgumentOutOfRangeException">η is not positive and finite.</exception>
    protected Optimizer(float learningRate)
    {
        if (!(learningRate > 0) || !float.IsFinite(learningRate))
        {
            throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "A learning rate must be positive and finite.");
        }

        LearningRate = learningRate;
    }

    /// <summary>The learning rate η, which a schedule multiplies.</summary>
    public float LearningRate { get; }

    /// <summary>The weight decay λ; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">λ is negative or not finite.</exception>
    public float WeightDecay { get; init => field = NotNegative(value, nameof(WeightDecay)); }

    /// <summary>Whether weight decay leaves out biases and the γ and β of normalizations; it does not by default.</summary>
    public bool DecayWeightsOnly { get; init; }

    /// <summary>How many numbers it remembers of each value of a parameter: 0, 1 or 2, the same at any time.</summary>
    protected internal abstract int Moments { get; }

    /// <summary>
    /// Updates some values of a parameter, at most 4,096 that follow one another, and what is remembered of them, in place. Called
    /// from several threads at the same time; must keep no state but in the spans. The runs are the same for any number of threads.
    /// </summary>
    /// <param name="values">the values w</param>
    /// <param name="gradients">their gradients g, clipped already; without weight decay</param>
    /// <param name="first">the first number remembered of each value, 0 before the first step; empty if there is none</param>
    /// <param name="second">the second number remembered of each value, likewise</param>
    /// <param name="current">the step's number, learning rate and weight decay</param>
    protected internal abstract void Update(
        Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current);

    /// <summary>
    /// Steps of this optimizer on a network, a block or a layer, for a training loop of one's own; a <see cref="Trainer"/> has its
    /// own.
    /// </summary>
    /// <param name="module">what is trained</param>
    /// <exception cref="ArgumentNullException">there is no network, block or layer.</exception>
    /// <exception cref="InvalidOperationException">a custom optimizer remembers fewer than 0 or more than 2 numbers.</exception>
    /// <example>
    /// <code>
    /// OptimizerSteps steps = new AdamW(0.001f).For(network);
    /// ForwardPass pass = network.Forward(batch.Inputs, seed: 0, steps.Count);
    /// (double loss, Matrix&lt;float&gt; gradient) = Loss.SoftmaxCrossEntropy.OfBatch(pass.Output, batch);
    /// pass.Backward(gradient);
    /// steps.Step();
    /// </code>
    /// </example>
    public OptimizerSteps For(Module module) => new(this, module);

    /// <summary>The type and the settings of every optimizer.</summary>
    public override string ToString() => FormattableString.Invariant($"{GetType().Name}, learning rate {LearningRate}, {Decay}");

    private protected string Decay =>
        FormattableString.Invariant($"weight decay {WeightDecay}{(DecayWeightsOnly ? " of weights only" : "")}");

    internal float DecayOf(Parameter parameter) =>
        DecayWeightsOnly && (parameter.Kind is ArrayKind.Bias or ArrayKind.Norm) ? 0 : WeightDecay;

    private protected static float NotNegative(float value, string name) => value >= 0 && float.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and not negative.");

    private protected static float BelowOne(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}
