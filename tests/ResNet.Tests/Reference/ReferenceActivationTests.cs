namespace ResNet.Tests.Reference;

public sealed class ReferenceActivationTests
{
    [Theory]
    [InlineData("relu", -2, 0)]
    [InlineData("relu", 2, 2)]
    [InlineData("leaky_relu", -2, -0.02)]
    [InlineData("leaky_relu", 2, 2)]
    [InlineData("gelu", -2, -0.045500263896358417)]
    [InlineData("gelu", 2, 1.9544997361036416)]
    [InlineData("silu", -2, -0.23840584404423517)]
    [InlineData("silu", 2, 1.7615941559557649)]
    [InlineData("tanh", -2, -0.96402758007581688)]
    [InlineData("sigmoid", -2, 0.11920292202211757)]
    [InlineData("sigmoid", 2, 0.88079707797788243)]
    [InlineData("identity", -2, -2)]
    public void Activations_have_their_known_values(string name, double z, double expected) =>
        ReferenceActivation.Apply(name, new Tape().Variable(z)).Value.Should().BeApproximately(expected, 1e-15);

    [Theory]
    [InlineData("relu", 0)]
    [InlineData("leaky_relu", 0.01)]
    public void At_the_kink_the_slope_is_that_of_the_negative_side(string name, double slope)
    {
        Tape tape = new();
        Scalar z = tape.Variable(0);
        tape.DerivativesOf(ReferenceActivation.Apply(name, z)).By(z).Should().Be(slope);
    }

    [Theory]
    [InlineData("gelu")]
    [InlineData("silu")]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    public void Far_out_values_and_slopes_stay_finite(string name)
    {
        foreach (double far in (double[])[-1000, 1000])
        {
            Tape tape = new();
            Scalar z = tape.Variable(far);
            Scalar a = ReferenceActivation.Apply(name, z);
            double.IsFinite(a.Value).Should().BeTrue();
            double.IsFinite(tape.DerivativesOf(a).By(z)).Should().BeTrue();
        }
    }

    [Fact]
    public void An_unknown_activation_is_refused()
    {
        Action apply = () => ReferenceActivation.Apply("step", new Tape().Variable(1));
        apply.Should().Throw<ArgumentException>().WithMessage("*step*");
    }
}
