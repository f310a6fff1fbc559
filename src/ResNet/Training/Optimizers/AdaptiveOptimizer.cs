namespace ResNet;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> have in common: all but where the weight decay goes.</summary>
public abstract class AdaptiveOptimizer : Optimizer
{
    private protected AdaptiveOptimizer(float learningRate)
        : base(learningRate)
    {
    }

    /// <summary>The first moment's decay β₁ in [0, 1); 0.9 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">β₁ is not in [0, 1).</exception>
    public float Beta1 { get; init => field = BelowOne(value, nameof(Beta1)); } = 0.9f;

    /// <summary>The second moment's decay β₂ in [0, 1); 0.999 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">β₂ is not in [0, 1).</exception>
    public float Beta2 { get; init => field = BelowOne(value, nameof(Beta2)); } = 0.999f;

    /// <summary>ε, outside the root; 1e-8 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or not finite.</exception>
    public float Epsilon { get; init => field = NotNegative(value, nameof(Epsilon)); } = 1e-8f;

    /// <summary>The settings in words.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{GetType().Name}, learning rate {LearningRate}, β {Beta1}, {Beta2}, ε {Epsilon}, {Decay}");

    internal override int Moments => 2;

    /// <summary>Whether the decay shrinks the weights directly instead of being added to the gradient.</summary>
    private protected abstract bool DecouplesDecay { get; }

    internal override void Update(Span<float> values, ReadOnlySpan<float> gradients, MomentSpans moments, in OptimizerStep step) =>
        Updates.Run(UpdateOf(step), values, gradients, moments.First, moments.Second);

    internal override void UpdateWeight(
        Span<float> weight, in OuterProducts gradient, MomentSpans moments, Span<float> sums, in OptimizerStep step) =>
        Product.WeightUpdate(UpdateOf(step), gradient, weight, moments.First, moments.Second, sums, step.PastCaches);

    private AdamUpdate UpdateOf(in OptimizerStep step) => new(
        step.Rate, Beta1, Beta2, Epsilon,
        Correction1: (float)(1 - Math.Pow(Beta1, step.Number)),
        Correction2: (float)(1 - Math.Pow(Beta2, step.Number)),
        Decay: DecouplesDecay ? 0 : step.Decay,
        Keep: DecouplesDecay ? 1 - step.Rate * step.Decay : 1,
        step.Clip);
}
