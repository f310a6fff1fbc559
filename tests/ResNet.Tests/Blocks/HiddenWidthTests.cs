namespace ResNet.Tests.Blocks;

public class HiddenWidthTests
{
    [Theory]
    [InlineData(2, 8)]
    [InlineData(0.5f, 2)]
    [InlineData(0.9f, 4)]
    [InlineData(0.01f, 1)]
    public void Layers_between_the_first_and_the_last_have_the_outputs_width_times_the_factor(float factor, int width)
    {
        foreach (BlockOrder order in Enum.GetValues<BlockOrder>())
        {
            ResidualBlock block = ResidualBlock.Create(3, 4).WithOrder(order).WithLayers(3).WithHiddenFactor(factor).Build();
            block.Layers.Select(layer => (layer.Inputs, layer.Outputs)).Should().Equal((3, width), (width, width), (width, 4));
        }
    }

    [Fact]
    public void A_block_of_one_layer_has_no_hidden_width() =>
        ResidualBlock.Create(3, 4).WithLayers(1).WithHiddenFactor(2).Build().Layers.Single().Outputs.Should().Be(4);

    [Fact]
    public void Tabular_blocks_are_normalized_blocks_behind_a_linear_layer_whatever_the_networks_settings()
    {
        Network network = Network.Create(7).WithActivation(Activation.Tanh).WithNormalization(Normalization.Layer).WithDropout(0.5f)
            .AddTabularBlocks(2, width: 4, hiddenFactor: 1.5f, dropout: 0.1f).AddOutput(2).Build();

        Layer first = network.Blocks[0].Layers.Single();
        (first.Inputs, first.Outputs, first.Activation, first.Normalization, first.Dropout)
            .Should().Be((7, 4, Activation.Identity, Normalization.None, 0f));
        network.Blocks.Should().HaveCount(3);
        foreach (ResidualBlock block in network.Blocks.OfType<ResidualBlock>())
        {
            (block.Order, block.Normalization, block.Activation, block.Shortcut)
                .Should().Be((BlockOrder.PreNorm, Normalization.Batch, Activation.Relu, Shortcut.Identity));
            block.Layers.Select(layer => (layer.Inputs, layer.Outputs, layer.Dropout)).Should().Equal((4, 6, 0.1f), (6, 4, 0.1f));
        }

        Network.Create(7).AddTabularBlocks(1, width: 4).AddOutput(2).Build().Blocks[1].Layers
            .Select(layer => (layer.Outputs, layer.Dropout)).Should().Equal((8, 0.2f), (4, 0.2f));
    }
}
