using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

public class ScalingBeforeBatchNormTests
{
    // ε = 1e-5 beside σ² is all that scaling changes
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("blocks.0.layers.0")]
    [InlineData("blocks.1.layers.0")]
    [InlineData("blocks.1.layers.1")]
    [InlineData("blocks.1.shortcut")]
    [InlineData("blocks.2.layers.0")]
    public void Scaling_a_map_before_batch_norm_changes_nothing_after_it(string map)
    {
        Matrix<float> input = NormalBatch.Of(5, 40);
        Network network = Build();
        Matrix<float> before = network.Forward(input).Output;

        foreach (Parameter parameter in network.Parameters.Where(parameter => IsOf(map, parameter)))
        {
            parameter.Value.Multiply(8, parameter.Value);
        }

        Matrix<float> after = network.Forward(input).Output;
        (after - before).Enumerate().Should().OnlyContain(difference => Math.Abs(difference) < Tolerance);
    }

    [Fact]
    public void Scaling_a_map_before_no_norm_changes_what_comes_after()
    {
        Matrix<float> input = NormalBatch.Of(5, 40);
        Network network = Build();
        Matrix<float> before = network.Forward(input).Output;
        Matrix<float> weight = network.Parameter("output.weight").Value;
        weight.Multiply(8, weight);
        (network.Forward(input).Output - before).Enumerate().Should().Contain(difference => Math.Abs(difference) > 0.1);
    }

    private static bool IsOf(string map, Parameter parameter) =>
        parameter.Name.StartsWith(map + ".", StringComparison.Ordinal) && parameter.Kind is ArrayKind.Weight or ArrayKind.Bias;

    private static Network Build()
    {
        Network network = Network.Create(5).WithNormalization(Normalization.Batch)
            .AddLayer(6).AddResidualBlock(7, block => block.WithZeroBranch(false)).AddPlainBlock(6).AddOutput(3).Build(seed: 2);
        foreach (Parameter bias in network.Parameters.Where(parameter => parameter.Kind == ArrayKind.Bias))
        {
            bias.Value.MapInplace(_ => 0.3f, Zeros.Include);
        }

        return network;
    }
}
