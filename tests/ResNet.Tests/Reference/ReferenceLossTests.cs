namespace ResNet.Tests.Reference;

public sealed class ReferenceLossTests
{
    [Fact]
    public void Softmax_cross_entropy_of_equal_logits_is_the_logarithm_of_the_number_of_classes() =>
        Loss("softmax_cross_entropy", [[5, 5, 5], [-700, -700, -700]], ReferenceLoss.OneHot([2, 0], 3))
            .Should().BeApproximately(Math.Log(3), 1e-13);

    [Fact]
    public void Mean_squared_error_is_the_mean_over_samples_and_outputs() =>
        Loss("mean_squared_error", [[1, 2], [3, 4]], [[1, 0], [0, 4]]).Should().BeApproximately(13.0 / 4, 1e-15);

    [Fact]
    public void Binary_cross_entropy_is_the_mean_of_minus_the_logarithms_of_the_probabilities() =>
        Loss("binary_cross_entropy", [[2, -1]], [[1, 0]])
            .Should().BeApproximately((Math.Log(1 + Math.Exp(-2)) + Math.Log(1 + Math.Exp(-1))) / 2, 1e-15);

    [Fact]
    public void Binary_cross_entropy_at_zero_has_slope_one_half_less_the_target()
    {
        Tape tape = new();
        Scalar z = tape.Variable(0);
        tape.DerivativesOf(ReferenceLoss.Of("binary_cross_entropy", [[z]], [[1]])).By(z).Should().BeApproximately(-0.5, 1e-15);
    }

    [Theory]
    [InlineData("softmax_cross_entropy")]
    [InlineData("binary_cross_entropy")]
    public void Huge_logits_do_not_overflow(string kind) =>
        Loss(kind, [[2000, -2000]], [[1, 0]]).Should().BeApproximately(0, 1e-15);

    [Fact]
    public void An_unknown_loss_is_refused()
    {
        Action compute = () => Loss("hinge", [[1]], [[1]]);
        compute.Should().Throw<ArgumentException>().WithMessage("*hinge*");
    }

    private static double Loss(string kind, double[][] output, double[][] target)
    {
        Tape tape = new();
        return ReferenceLoss.Of(kind, [.. output.Select(tape.Variables)], target).Value;
    }
}
