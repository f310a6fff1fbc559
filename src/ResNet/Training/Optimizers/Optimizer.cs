namespace ResNet;

/// <summary>
/// How gradients become steps. An optimizer holds settings only, and one object may serve any number of trainers: what
/// it remembers from step to step belongs to the trainer.
/// </summary>
public abstract class Optimizer
{
    private protected Optimizer(float learningRate)
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

    /// <summary>How many arrays of the parameters' size the optimizer remembers.</summary>
    internal abstract int Moments { get; }

    /// <summary>Updates a run of values in place.</summary>
    /// <param name="values">the values</param>
    /// <param name="gradients">their gradients</param>
    /// <param name="moments">what is remembered of each; the second may be empty</param>
    /// <param name="step">the step</param>
    internal abstract void Update(Span<float> values, ReadOnlySpan<float> gradients, MomentSpans moments, in OptimizerStep step);

    /// <summary>Updates a part of a weight in place with its gradient, which is not stored.</summary>
    /// <param name="weight">the whole weight</param>
    /// <param name="gradient">the part's gradient</param>
    /// <param name="moments">what is remembered of each value of the weight</param>
    /// <param name="sums">memory as large as the weight for sums over more than <see cref="Packing.Depth"/> samples</param>
    /// <param name="step">the step</param>
    internal abstract void UpdateWeight(
        Span<float> weight, in OuterProducts gradient, MomentSpans moments, Span<float> sums, in OptimizerStep step);

    private protected string Decay => FormattableString.Invariant($"weight decay {WeightDecay}{(DecayWeightsOnly ? " of weights only" : "")}");

    internal float DecayOf(Parameter parameter) =>
        DecayWeightsOnly && (parameter.Kind is ArrayKind.Bias or ArrayKind.Norm) ? 0 : WeightDecay;

    private protected static float NotNegative(float value, string name) => value >= 0 && float.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and not negative.");

    private protected static float BelowOne(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}
