using System.Numerics.Tensors;

namespace ResNet.Tests.Training;

/// <summary>SGD with momentum as someone outside the library would write it: v ← μv + g + λw, w ← w − ηv.</summary>
internal sealed class MomentumWithTensors(float learningRate) : Optimizer(learningRate)
{
    public float Momentum { get; init; } = 0.9f;

    protected internal override int Moments => 1;

    public override string ToString() => FormattableString.Invariant($"{base.ToString()}, momentum {Momentum}");

    protected internal override void Update(
        Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current)
    {
        TensorPrimitives.MultiplyAdd(first, Momentum, gradients, first);
        TensorPrimitives.MultiplyAdd(values, current.Decay, first, first);
        TensorPrimitives.MultiplyAdd(first, -current.Rate, values, values);
    }
}
