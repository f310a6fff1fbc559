using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// Stochastic gradient descent with momentum: g ← g + λw, v ← μv + g, w ← w − ηv. With Nesterov's look-ahead
/// w ← w − η(g + μv) (Sutskever et al. 2013).
/// </summary>
/// <param name="learningRate">η, positive</param>
/// <exception cref="ArgumentOutOfRangeException">η is not positive and finite.</exception>
public sealed class Sgd(float learningRate) : Optimizer(learningRate)
{
    /// <summary>The momentum μ in [0, 1); 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">μ is not in [0, 1).</exception>
    public float Momentum { get; init => field = BelowOne(value, nameof(Momentum)); }

    /// <summary>Whether to use Nesterov's look-ahead; false by default.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"SGD, learning rate {LearningRate}, momentum {Momentum}, Nesterov {Nesterov}, {Decay}");

    internal override int Moments => 1;

    internal override void Update(Span<float> values, ReadOnlySpan<float> gradients, MomentSpans moments, in OptimizerStep step) =>
        Updates.Run(UpdateOf(step), values, gradients, moments.First, moments.Second);

    internal override void UpdateWeight(
        Span<float> weight, in OuterProducts gradient, MomentSpans moments, Span<float> sums, in OptimizerStep step) =>
        Product.WeightUpdate(UpdateOf(step), gradient, weight, moments.First, moments.Second, sums, step.PastCaches);

    private SgdUpdate UpdateOf(in OptimizerStep step) => new(step.Rate, Momentum, step.Decay, step.Clip, Nesterov);
}

/// <summary>g ← cg + λw; v ← μv + g; w ← w − ηv, or w − η(g + μv) with Nesterov's look-ahead.</summary>
/// <param name="Rate">learning rate η</param>
/// <param name="Momentum">μ</param>
/// <param name="Decay">λ</param>
/// <param name="Clip">the factor c that clipping puts before the gradient</param>
/// <param name="Nesterov">whether to look ahead</param>
internal readonly unsafe record struct SgdUpdate(float Rate, float Momentum, float Decay, float Clip, bool Nesterov) : IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector momentum = TSimd.Broadcast(Momentum);
        g = TSimd.Add(TSimd.Multiply(g, TSimd.Broadcast(Clip)), TSimd.Multiply(w, TSimd.Broadcast(Decay)));
        TVector velocity = TSimd.Add(TSimd.Multiply(TSimd.Load(first), momentum), g);
        TSimd.Store(velocity, first);
        TVector step = Nesterov ? TSimd.Add(g, TSimd.Multiply(velocity, momentum)) : velocity;
        return TSimd.Subtract(w, TSimd.Multiply(step, TSimd.Broadcast(Rate)));
    }
}
