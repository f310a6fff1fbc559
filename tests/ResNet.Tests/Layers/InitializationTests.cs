using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Layers;

public class InitializationTests
{
    private const int FanIn = 400;
    private const int FanOut = 300;

    // 120,000 draws: the sample variance is within 0.4 % with 68 % certainty
    private const double Tolerance = 0.03;

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.LeakyRelu)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Silu)]
    public void Before_a_rectifying_activation_the_variance_is_two_over_fan_in(Activation activation) =>
        ShouldHaveVariance(Weight(Layer.Create(FanIn, FanOut).WithActivation(activation).Build(seed: 5)), 2.0 / FanIn);

    [Theory]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Identity)]
    public void Before_another_activation_the_variance_is_glorots(Activation activation) =>
        ShouldHaveVariance(Weight(Layer.Create(FanIn, FanOut).WithActivation(activation).Build(seed: 5)), 2.0 / (FanIn + FanOut));

    [Fact]
    public void What_is_asked_for_comes_before_the_default()
    {
        ShouldHaveVariance(Weight(Drawn(Activation.Tanh, Initialization.He)), 2.0 / FanIn);
        ShouldHaveVariance(Weight(Drawn(Activation.Relu, Initialization.Glorot)), 2.0 / (FanIn + FanOut));
        Weight(Drawn(Activation.Relu, Initialization.Zero)).Enumerate().Should().OnlyContain(value => value == 0);
    }

    [Fact]
    public void The_output_layer_and_projections_have_variance_one_over_fan_in()
    {
        Network network = Network.Create(FanIn).WithInitialization(Initialization.Zero)
            .AddResidualBlock(FanOut).AddOutput(FanIn).Build(seed: 5);
        ShouldHaveVariance(Values(network, "blocks.0.shortcut.weight"), 1.0 / FanIn);
        ShouldHaveVariance(Values(network, "output.weight"), 1.0 / FanOut);
    }

    [Theory]
    [InlineData(BlockOrder.PostActivation, Activation.Relu, 2.0 / FanIn)]
    [InlineData(BlockOrder.PostActivation, Activation.Tanh, 2.0 / (FanIn + FanOut))]
    [InlineData(BlockOrder.PreActivation, Activation.Relu, 2.0 / FanIn)]
    [InlineData(BlockOrder.PreNorm, Activation.Relu, 2.0 / (FanIn + FanOut))]
    public void The_last_layer_of_a_residual_block_is_drawn_for_the_g_that_follows_it(BlockOrder order, Activation g, double variance)
    {
        ResidualBlock block = ResidualBlock.Create(FanOut, FanOut).WithHiddenFactor((float)FanIn / FanOut)
            .WithOrder(order).WithActivation(g).WithZeroBranch(false).Build(seed: 5);
        ShouldHaveVariance(Values(block.Layers[^1], "layers.1.weight"), variance);
    }

    [Theory]
    [InlineData(20, 30, Activation.Relu, 2)]
    [InlineData(30, 20, Activation.Gelu, 2)]
    [InlineData(30, 30, Activation.LeakyRelu, 2)]
    [InlineData(30, 20, Activation.Silu, 2)]
    [InlineData(20, 30, Activation.Tanh, 1)]
    [InlineData(30, 20, Activation.Sigmoid, 1)]
    [InlineData(30, 30, Activation.Identity, 1)]
    public void Orthogonal_rows_or_columns_are_orthonormal_times_the_gain(int outputs, int inputs, Activation activation, float gainSquared)
    {
        Matrix<float> weight = Weight(Layer.Create(inputs, outputs)
            .WithActivation(activation).WithInitialization(Initialization.Orthogonal).Build(seed: 5));
        Matrix<float> products = outputs <= inputs ? weight * weight.Transpose() : weight.Transpose() * weight;
        Matrix<float> expected = gainSquared * Matrix<float>.Build.DenseIdentity(Math.Min(inputs, outputs));
        (products - expected).Enumerate().Should().OnlyContain(difference => Math.Abs(difference) < 1e-5);
    }

    [Theory]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void Biases_and_betas_start_at_zero_and_gammas_at_one(Normalization normalization)
    {
        Network network = Network.Create(5).WithNormalization(normalization).AddLayer(4).AddPlainBlock(3).AddOutput(2).Build(seed: 5);
        foreach (Parameter parameter in network.Parameters.Where(parameter => parameter.Kind != ArrayKind.Weight))
        {
            float first = parameter.Name.EndsWith("gamma", StringComparison.Ordinal) ? 1 : 0;
            parameter.Value.Enumerate().Should().OnlyContain(value => value == first, parameter.Name);
        }
    }

    [Fact]
    public void A_seed_fixes_every_weight_and_another_gives_others()
    {
        Matrix<float> weight = Weight(Layer.Create(5, 4).Build(seed: 5));
        Weight(Layer.Create(5, 4).Build(seed: 5)).Should().Be(weight);
        Weight(Layer.Create(5, 4).Build(seed: 6)).Should().NotBe(weight);
    }

    [Fact]
    public void A_weights_draw_does_not_depend_on_what_else_the_network_has()
    {
        Network network = Network.Create(4).AddLayer(4).AddOutput(2).Build(seed: 5);
        Network deeper = Network.Create(4).AddLayer(4).AddPlainBlocks(3).AddOutput(2).Build(seed: 5);
        Values(deeper, "blocks.0.layers.0.weight").Should().Be(Values(network, "blocks.0.layers.0.weight"));
        Values(deeper, "output.weight").Should().Be(Values(network, "output.weight"));
        Values(deeper, "blocks.1.layers.0.weight").Should().NotBe(Values(deeper, "blocks.1.layers.1.weight"));
    }

    private static Layer Drawn(Activation activation, Initialization initialization) =>
        Layer.Create(FanIn, FanOut).WithActivation(activation).WithInitialization(initialization).Build(seed: 5);

    private static Matrix<float> Weight(Layer layer) => Values(layer, "weight");

    private static Matrix<float> Values(Module module, string name) => module.Parameters.Single(parameter => parameter.Name == name).Value;

    private static void ShouldHaveVariance(Matrix<float> weight, double variance)
    {
        double[] values = [.. weight.Enumerate().Select(value => (double)value)];
        double mean = values.Average();
        mean.Should().BeApproximately(0, 0.02 * Math.Sqrt(variance));
        values.Average(value => value * value).Should().BeApproximately(variance, Tolerance * variance);
    }
}
