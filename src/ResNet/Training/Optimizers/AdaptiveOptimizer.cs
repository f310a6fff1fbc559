using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> have in common: all but where the weight decay goes.</summary>
public abstract class AdaptiveOptimizer : Optimizer, IFusedOptimizer
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

    /// <summary>2: m and v.</summary>
    protected internal override int Moments => 2;

    /// <summary>Whether the decay shrinks the weights directly instead of being added to the gradient.</summary>
    private protected abstract bool DecouplesDecay { get; }

    /// <inheritdoc/>
    protected internal override void Update(
        Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current) =>
        Updates.Run(UpdateOf(current), values, gradients, first, second);

    void IFusedOptimizer.UpdateWeight(
        Span<float> weight, in OuterProducts gradient, MomentSpans moments, Span<float> sums, OptimizerStep step, bool pastCaches) =>
        Product.WeightUpdate(UpdateOf(step), gradient, weight, moments.First, moments.Second, sums, pastCaches);

    private AdamUpdate UpdateOf(OptimizerStep step) => new(
        step.Rate, Beta1, Beta2, Epsilon,
        Correction1: (float)(1 - Math.Pow(Beta1, step.Number)),
        Correction2: (float)(1 - Math.Pow(Beta2, step.Number)),
        Decay: DecouplesDecay ? 0 : step.Decay,
        Keep: DecouplesDecay ? 1 - step.Rate * step.Decay : 1);
}

/// <summary>g ← g + λw; m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ← w·keep − η·(m/c₁)/(√(v/c₂) + ε).</summary>
/// <param name="Rate">learning rate η</param>
/// <param name="Beta1">decay of the first moment</param>
/// <param name="Beta2">decay of the second moment</param>
/// <param name="Epsilon">ε, outside the root</param>
/// <param name="Correction1">c₁ = 1 − β₁ᵗ</param>
/// <param name="Correction2">c₂ = 1 − β₂ᵗ</param>
/// <param name="Decay">λ of the decay that is added to the gradient (Adam)</param>
/// <param name="Keep">1 − ηλ of the decoupled decay (AdamW)</param>
internal readonly unsafe record struct AdamUpdate(
    float Rate, float Beta1, float Beta2, float Epsilon, float Correction1, float Correction2, float Decay, float Keep) : IUpdate
{
    // η·(m/c₁)/(√(v/c₂) + ε) = (η·√c₂/c₁)·m/(√v + ε·√c₂): one quotient and one root for each weight
    private readonly float correctedRate = Rate * MathF.Sqrt(Correction2) / Correction1;
    private readonly float correctedEpsilon = Epsilon * MathF.Sqrt(Correction2);
    private readonly float gain1 = 1 - Beta1;
    private readonly float gain2 = 1 - Beta2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        g = TSimd.Add(g, TSimd.Multiply(w, TSimd.Broadcast(Decay)));
        TVector m = TSimd.Add(
            TSimd.Multiply(TSimd.Load(first), TSimd.Broadcast(Beta1)), TSimd.Multiply(g, TSimd.Broadcast(gain1)));
        TVector v = TSimd.Add(
            TSimd.Multiply(TSimd.Load(second), TSimd.Broadcast(Beta2)),
            TSimd.Multiply(TSimd.Multiply(g, g), TSimd.Broadcast(gain2)));
        m = Subnormals.Flush<TSimd, TVector>(m);
        v = Subnormals.Flush<TSimd, TVector>(v);
        TSimd.Store(m, first);
        TSimd.Store(v, second);
        TVector root = TSimd.Add(TSimd.Sqrt(v), TSimd.Broadcast(correctedEpsilon));
        TVector step = TSimd.Divide(TSimd.Multiply(m, TSimd.Broadcast(correctedRate)), root);
        return TSimd.Subtract(TSimd.Multiply(w, TSimd.Broadcast(Keep)), step);
    }
}
