using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// Stochastic gradient descent with momentum: g ← g + λw, v ← μv + g, w ← w − ηv. With Nesterov's look-ahead
/// w ← w − η(g + μv) (Sutskever et al. 2013).
/// </summary>
/// <param name="learningRate">η, positive</param>
/// <exception cref="ArgumentOutOfRangeException">η is not positive and finite.</exception>
/// <example>
/// <code>
/// TrainerOptions options = new() { Optimizer = new Sgd(learningRate: 0.05f) { Momentum = 0.9f, Nesterov = true } };
/// </code>
/// </example>
public sealed class Sgd(float learningRate) : Optimizer(learningRate), IFusedOptimizer
{
    /// <summary>The momentum μ in [0, 1); 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">μ is not in [0, 1).</exception>
    public float Momentum { get; init => field = BelowOne(value, nameof(Momentum)); }

    /// <summary>Whether to use Nesterov's look-ahead; false by default.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"SGD, learning rate {LearningRate}, momentum {Momentum}, Nesterov {Nesterov}, {Decay}");

    /// <summary>1: the velocity v.</summary>
    protected internal override int Moments => 1;

    /// <inheritdoc/>
    protected internal override void Update(
        Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current) =>
        Updates.Run(UpdateOf(current), values, gradients, first, second);

    void IFusedOptimizer.UpdateWeight(
        Span<float> weight, in OuterProducts gradient, MomentSpans moments, Span<float> sums, OptimizerStep step, bool pastCaches) =>
        Product.WeightUpdate(UpdateOf(step), gradient, weight, moments.First, moments.Second, sums, pastCaches);

    private SgdUpdate UpdateOf(OptimizerStep step) => new(step.Rate, Momentum, step.Decay, Nesterov);
}

/// <summary>g ← g + λw; v ← μv + g; w ← w − ηv, or w − η(g + μv) with Nesterov's look-ahead.</summary>
/// <param name="Rate">learning rate η</param>
/// <param name="Momentum">μ</param>
/// <param name="Decay">λ</param>
/// <param name="Nesterov">whether to look ahead</param>
internal readonly unsafe record struct SgdUpdate(float Rate, float Momentum, float Decay, bool Nesterov) : IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector momentum = TSimd.Broadcast(Momentum);
        g = TSimd.Add(g, TSimd.Multiply(w, TSimd.Broadcast(Decay)));
        TVector velocity = Subnormals.Flush<TSimd, TVector>(TSimd.Add(TSimd.Multiply(TSimd.Load(first), momentum), g));
        TSimd.Store(velocity, first);
        TVector step = Nesterov ? TSimd.Add(g, TSimd.Multiply(velocity, momentum)) : velocity;
        return TSimd.Subtract(w, TSimd.Multiply(step, TSimd.Broadcast(Rate)));
    }
}
