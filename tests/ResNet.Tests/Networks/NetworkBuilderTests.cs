using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

public class NetworkBuilderTests
{
    [Fact]
    public void Parameters_come_in_the_order_of_the_forward_pass_under_their_names() =>
        Network.Create(3).WithNormalization(Normalization.Layer).AddLayer(4)
            .AddResidualBlock(5, block => block.WithBranchFactor(BranchFactor.Learned))
            .WithOrder(BlockOrder.PreActivation).AddResidualBlock(6, block => block.WithLayers(1)).AddOutput(2).Build()
            .Parameters.Select(parameter => parameter.ToString()).Should().Equal(
                "blocks.0.layers.0.weight (4 × 3)", "blocks.0.layers.0.bias (4 × 1)",
                "blocks.0.norms.0.gamma (4 × 1)", "blocks.0.norms.0.beta (4 × 1)",
                "blocks.1.layers.0.weight (5 × 4)", "blocks.1.layers.0.bias (5 × 1)",
                "blocks.1.norms.0.gamma (5 × 1)", "blocks.1.norms.0.beta (5 × 1)",
                "blocks.1.layers.1.weight (5 × 5)", "blocks.1.layers.1.bias (5 × 1)",
                "blocks.1.norms.1.gamma (5 × 1)", "blocks.1.norms.1.beta (5 × 1)",
                "blocks.1.shortcut.weight (5 × 4)",
                "blocks.1.shortcut.norm.gamma (5 × 1)", "blocks.1.shortcut.norm.beta (5 × 1)", "blocks.1.scale (1 × 1)",
                "blocks.2.layers.0.weight (6 × 5)", "blocks.2.layers.0.bias (6 × 1)",
                "blocks.2.norms.0.gamma (5 × 1)", "blocks.2.norms.0.beta (5 × 1)", "blocks.2.shortcut.weight (6 × 5)",
                "final.norm.gamma (6 × 1)", "final.norm.beta (6 × 1)",
                "output.weight (2 × 6)", "output.bias (2 × 1)");

    [Fact]
    public void A_parameter_knows_what_it_is_for()
    {
        Network network = Network.Create(3).WithNormalization(Normalization.Layer)
            .AddResidualBlock(5, block => block.WithLayers(1).WithBranchFactor(BranchFactor.Learned)).AddOutput(2).Build();
        network.Parameters.Select(parameter => parameter.Kind).Should().Equal(
            ArrayKind.Weight, ArrayKind.Bias, ArrayKind.Norm, ArrayKind.Norm, ArrayKind.Weight,
            ArrayKind.Norm, ArrayKind.Norm, ArrayKind.Factor, ArrayKind.Weight, ArrayKind.Bias);
    }

    [Fact]
    public void Settings_hold_for_what_is_added_after()
    {
        Network network = Network.Create(4).AddResidualBlock(4)
            .WithActivation(Activation.Tanh).WithNormalization(Normalization.Batch).WithOrder(BlockOrder.PreActivation)
            .WithShortcut(Shortcut.ZeroPadding).AddResidualBlock(4)
            .AddResidualBlock(4, block => block.WithActivation(Activation.Silu)).AddResidualBlock(4).AddOutput(2).Build();
        ResidualBlock[] blocks = [.. network.Blocks.Cast<ResidualBlock>()];
        blocks.Select(block => block.Activation).Should().Equal(Activation.Relu, Activation.Tanh, Activation.Silu, Activation.Tanh);
        blocks.Select(block => block.Shortcut).Should().Equal([Shortcut.Identity, .. Enumerable.Repeat(Shortcut.ZeroPadding, 3)]);
        blocks.Select(block => block.Normalization).Should().Equal([Normalization.None, .. Enumerable.Repeat(Normalization.Batch, 3)]);
        blocks.Select(block => block.Order).Should().Equal([BlockOrder.PostActivation, .. Enumerable.Repeat(BlockOrder.PreActivation, 3)]);
    }

    [Fact]
    public void The_default_shortcut_is_the_identity_where_widths_agree_and_else_a_projection()
    {
        ResidualBlock.Create(4, 4).Build().Shortcut.Should().Be(Shortcut.Identity);
        ResidualBlock.Create(4, 5).Build().Shortcut.Should().Be(Shortcut.Projection);
    }

    [Fact]
    public void A_built_network_does_not_change_when_its_builder_is_used_again()
    {
        NetworkBuilder builder = Network.Create(3).AddLayer(4).AddResidualBlocks(2).AddOutput(2);
        Network first = builder.Build(seed: 1);
        int[] bits = Bits.Of(first);
        string summary = first.ToString();

        builder.WithActivation(Activation.Tanh).WithNormalization(Normalization.Batch);
        Network second = builder.Build(seed: 1), other = builder.Build(seed: 2);
        second.Parameters[0].Value.Clear();

        Bits.Of(first).Should().Equal(bits);
        first.ToString().Should().Be(summary);
        second.ToString().Should().Be(summary, "settings hold only for what is added after them");
        Bits.Of(other).Should().NotEqual(bits);
    }

    [Fact]
    public void A_built_block_does_not_change_when_its_builder_is_used_again()
    {
        ResidualBlockBuilder builder = ResidualBlock.Create(3, 3).WithZeroBranch(false);
        ResidualBlock block = builder.Build(seed: 1);
        int[] before = Bits.Of(block.Predict(NormalBatch.Of(3, 5)));
        builder.WithActivation(Activation.Tanh).WithBranchFactor(BranchFactor.Fixed(2)).WithLayers(3).Build(seed: 1);
        Bits.Of(block.Predict(NormalBatch.Of(3, 5))).Should().Equal(before);
        block.BranchFactor.Should().Be(BranchFactor.None);
    }

    [Fact]
    public void A_network_may_be_an_output_layer_alone()
    {
        Network network = Network.Create(3).AddOutput(2).Build();
        network.Depth.Should().Be(1);
        network.Predict(NormalBatch.Of(3, 5)).RowCount.Should().Be(2);
    }

    [Fact]
    public void Depth_counts_the_layers_of_the_main_path() =>
        Network.Create(3).AddLayer(4).AddPlainBlock(5).AddResidualBlocks(3).AddResidualBlock(6, block => block.WithLayers(3))
            .AddOutput(2).Build().Depth.Should().Be(1 + 2 + 6 + 3 + 1);
}
