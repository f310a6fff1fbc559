namespace ResNet;

/// <summary>
/// AdamW (Loshchilov and Hutter 2017): Adam with the weight decay decoupled, w ← w − ηλw before Adam's own step.
/// </summary>
/// <param name="learningRate">η, positive; 0.001 by default</param>
/// <exception cref="ArgumentOutOfRangeException">η is not positive and finite.</exception>
/// <example>
/// <code>
/// TrainerOptions options = new() { Optimizer = new AdamW(0.001f) { WeightDecay = 0.01f, DecayWeightsOnly = true } };
/// </code>
/// </example>
public sealed class AdamW(float learningRate = 0.001f) : AdaptiveOptimizer(learningRate)
{
    private protected override bool DecouplesDecay => true;
}
