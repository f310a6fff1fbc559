namespace ResNet.Tests.Training.Optimizers;

/// <summary>
/// What decays step by step ends at 0, not among the subnormal numbers, where rounding would keep it and slow every step.
/// </summary>
public class SubnormalMomentTests
{
    public static TheoryData<Optimizer> Optimizers => [new Sgd(0.1f) { Momentum = 0.9f }, new Adam(0.1f), new AdamW(0.1f)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void The_first_moment_of_a_weight_without_a_gradient_ends_at_0(Optimizer optimizer)
    {
        float[] weights = new float[70], none = new float[70], first = [.. Enumerable.Repeat(1f, 70)], second = [.. first];
        for (int step = 1; step <= 1000; step++) optimizer.Update(weights, none, first, second, new OptimizerStep(step, Rate: 0, Decay: 0));
        first.Should().OnlyContain(moment => moment == 0);
    }
}
