using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>A network of a thousand layers starts as its own shortcut path.</summary>
public class DeepNetworkTests
{
    private const int Width = 8;

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void A_thousand_post_activation_layers_hand_on_what_a_relu_gave(Normalization normalization)
    {
        Matrix<float> input = NormalBatch.NotNegative(Width, 12);
        Network outputOnly = Network.Create(Width).AddOutput(3).Build(seed: 4);
        ShouldGive(Deep(BlockOrder.PostActivation, normalization), input, outputOnly.Predict(input), outputOnly.Predict(input));
    }

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void A_thousand_pre_activation_layers_hand_on_their_input_to_the_final_norm(Normalization normalization)
    {
        Matrix<float> input = NormalBatch.Of(Width, 12);
        Network outputOnly = Network.Create(Width).WithOrder(BlockOrder.PreActivation).WithNormalization(normalization)
            .AddResidualBlock(Width, block => block.WithInitialization(Initialization.Zero)).AddOutput(3).Build(seed: 4);

        ShouldGive(Deep(BlockOrder.PreActivation, normalization), input, outputOnly.Predict(input), outputOnly.Forward(input).Output);
    }

    private static void ShouldGive(Network network, Matrix<float> input, Matrix<float> predicted, Matrix<float> trained)
    {
        network.Depth.Should().Be(1001);
        network.Predict(input).Should().Be(predicted);
        network.Forward(input).Output.Should().Be(trained);
    }

    private static Network Deep(BlockOrder order, Normalization normalization) => Network.Create(Width)
        .WithOrder(order).WithNormalization(normalization).AddResidualBlocks(500).AddOutput(3).Build(seed: 4);
}
