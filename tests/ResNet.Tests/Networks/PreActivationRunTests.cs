namespace ResNet.Tests.Networks;

public class PreActivationRunTests
{
    [Theory]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void After_the_last_of_the_run_comes_one_more_norm(Normalization normalization)
    {
        Network network = Network.Create(3).AddLayer(4)
            .AddResidualBlocks(2, block => block.WithOrder(BlockOrder.PreActivation).WithNormalization(normalization))
            .AddLayer(5).AddOutput(2).Build();
        network.Parameters.Select(parameter => parameter.Name).SkipWhile(name => name != "blocks.2.norms.1.beta").Should().Equal(
            "blocks.2.norms.1.beta", "final.norm.gamma", "final.norm.beta",
            "blocks.3.layers.0.weight", "blocks.3.layers.0.bias", "output.weight", "output.bias");
    }

    [Fact]
    public void Without_normalization_and_without_pre_activation_there_is_no_final_norm()
    {
        Network[] networks =
        [
            Network.Create(3).AddResidualBlocks(2, block => block.WithOrder(BlockOrder.PreActivation)).AddOutput(2).Build(),
            Network.Create(3).WithNormalization(Normalization.Batch).AddResidualBlocks(2).AddOutput(2).Build(),
        ];
        networks.SelectMany(network => network.Parameters).Should()
            .NotContain(parameter => parameter.Name.StartsWith("final", StringComparison.Ordinal));
    }

    [Fact]
    public void Pre_activation_and_normalized_blocks_make_one_run()
    {
        Network network = Network.Create(3).WithNormalization(Normalization.Layer)
            .AddResidualBlock(3, block => block.WithOrder(BlockOrder.PreActivation))
            .AddResidualBlock(4, block => block.WithOrder(BlockOrder.PreNorm)).AddOutput(2).Build();
        network.Parameters.Single(parameter => parameter.Name == "final.norm.gamma").Value.RowCount.Should().Be(4);
        Network.Create(3).WithOrder(BlockOrder.PreNorm).AddResidualBlock(3).AddLayer(3).AddResidualBlock(3).AddOutput(2)
            .Invoking(builder => builder.Build()).Should().Throw<InvalidOperationException>().WithMessage("*blocks.1 interrupts*");
    }

    [Fact]
    public void A_second_run_is_refused()
    {
        NetworkBuilder builder = Network.Create(3).WithOrder(BlockOrder.PreActivation)
            .AddResidualBlocks(2).AddLayer(3).AddLayer(3).AddResidualBlocks(2).AddOutput(2);
        builder.Invoking(b => b.Build()).Should().Throw<InvalidOperationException>().WithMessage(
            "A network has at most one run of pre-activation or normalized blocks, but blocks.2 interrupts the run that begins at " +
            "blocks.0 and blocks.5 begins another.");
    }

    [Fact]
    public void A_post_activation_block_ends_a_run_too()
    {
        NetworkBuilder builder = Network.Create(3).WithOrder(BlockOrder.PreActivation).AddResidualBlock(3)
            .AddResidualBlock(3, block => block.WithOrder(BlockOrder.PostActivation)).AddResidualBlock(3).AddOutput(2);
        builder.Invoking(b => b.Build()).Should().Throw<InvalidOperationException>().WithMessage("*blocks.1 interrupts*");
    }

    [Fact]
    public void One_run_may_stand_anywhere()
    {
        Network network = Network.Create(3).AddLayer(3).WithOrder(BlockOrder.PreActivation)
            .AddResidualBlocks(2).AddPlainBlock(4).AddOutput(2).Build();
        network.Blocks.Should().HaveCount(4);
    }
}
