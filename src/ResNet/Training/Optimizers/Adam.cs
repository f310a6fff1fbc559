namespace ResNet;

/// <summary>
/// Adam (Kingma and Ba 2014): g ← g + λw, m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε) with the
/// bias-corrected m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ).
/// </summary>
/// <param name="learningRate">η, positive; 0.001 by default</param>
/// <exception cref="ArgumentOutOfRangeException">η is not positive and finite.</exception>
/// <example><code>TrainerOptions options = new() { Optimizer = new Adam(learningRate: 0.0003f) };</code></example>
public sealed class Adam(float learningRate = 0.001f) : AdaptiveOptimizer(learningRate)
{
    private protected override bool DecouplesDecay => false;
}
