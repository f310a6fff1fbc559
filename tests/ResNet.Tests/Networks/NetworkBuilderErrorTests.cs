namespace ResNet.Tests.Networks;

public class NetworkBuilderErrorTests
{
    [Fact]
    public void A_network_without_an_output_layer_is_refused() =>
        Network.Create(3).AddLayer(4).Invoking(builder => builder.Build())
            .Should().Throw<InvalidOperationException>().WithMessage("The network has no output layer; call AddOutput.");

    [Fact]
    public void Nothing_may_follow_the_output_layer()
    {
        NetworkBuilder builder = Network.Create(3).AddOutput(2);
        Action[] additions =
        [
            () => builder.AddLayer(3), () => builder.AddPlainBlock(3), () => builder.AddPlainBlocks(1),
            () => builder.AddResidualBlock(3), () => builder.AddResidualBlocks(1), () => builder.AddOutput(2),
        ];
        foreach (Action add in additions)
        {
            add.Should().Throw<InvalidOperationException>().WithMessage("The output layer has been added; nothing may follow it.");
        }

        builder.Build().Depth.Should().Be(1);
    }

    [Fact]
    public void A_negative_number_of_blocks_is_refused()
    {
        Action[] additions = [() => Network.Create(3).AddPlainBlocks(-1), () => Network.Create(3).AddResidualBlocks(-1)];
        foreach (Action add in additions) add.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
    }

    [Fact]
    public void No_blocks_add_nothing() =>
        Network.Create(3).AddPlainBlocks(0).AddResidualBlocks(0).AddOutput(2).Build().Blocks.Should().BeEmpty();

    [Fact]
    public void A_block_that_was_refused_is_not_part_of_the_network()
    {
        NetworkBuilder builder = Network.Create(3);
        builder.Invoking(b => b.AddResidualBlock(5, block => block.WithShortcut(Shortcut.Identity))).Should()
            .Throw<InvalidOperationException>();
        builder.AddResidualBlock(3).AddOutput(2).Build().Blocks.Should().ContainSingle().Which.Inputs.Should().Be(3);
    }
}
