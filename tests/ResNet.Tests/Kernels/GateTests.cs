namespace ResNet.Tests.Kernels;

/// <summary>Tails far below zero, where an error by size shows that an absolute one hides.</summary>
public class GateTests
{
    /// <summary>Φ(−x), computed in 50 digits.</summary>
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.15865525393145705)]
    [InlineData(3, 1.3498980316300946e-3)]
    [InlineData(6, 9.865876450376981e-10)]
    [InlineData(10, 7.619853024160526e-24)]
    [InlineData(13, 6.11716439954988e-39)]
    public void The_normal_tail_is_near_by_its_size(float x, double expected) =>
        ((double)Gelu.Tail<SimdScalar, float>(x)).Should().BeApproximately(expected, 5e-6 * expected);

    [Theory]
    [InlineData(0f)]
    [InlineData(0.3f)]
    [InlineData(5f)]
    [InlineData(40f)]
    [InlineData(86f)]
    public void The_logistic_tail_is_near_by_its_size(float x) =>
        ((double)Silu.Tail<SimdScalar, float>(x)).Should().BeApproximately(1 / (1 + Math.Exp(x)), 3e-7 / (1 + Math.Exp(x)));
}
