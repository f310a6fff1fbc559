namespace ResNet.Tests.Networks;

public class NetworkSummaryTests
{
    [Fact]
    public void A_network_shows_as_a_table_in_which_equal_neighbours_share_a_line()
    {
        Network network = Network.Create(784).AddLayer(64).AddResidualBlocks(50).AddResidualBlock(128)
            .AddResidualBlock(256, block => block.WithShortcut(Shortcut.ZeroPadding))
            .AddPlainBlock(32, block => block.WithActivation(Activation.LeakyRelu).WithNormalization(Normalization.Batch))
            .AddOutput(10).Build();
        Lines(network).Should().Equal(
            "block   kind      widths     layers  shortcut      activation  normalization  parameters",
            "0       layer     784 → 64   1                     relu                           50,240",
            "1–50    residual  64 → 64    50 × 2  identity      relu                          416,000",
            "51      residual  64 → 128   2       projection    relu                           33,024",
            "52      residual  128 → 256  2       zero padding  relu                           98,816",
            "53      plain     256 → 32   2                     leaky relu  batch               9,408",
            "output  layer     32 → 10    1                     identity                          330",
            "depth 108, 607,818 parameters");
    }

    [Fact]
    public void Neighbours_that_differ_in_anything_have_lines_of_their_own()
    {
        Network network = Network.Create(4).AddResidualBlock(4)
            .AddResidualBlock(4, block => block.WithBranchFactor(BranchFactor.Fixed(0.5f)))
            .AddResidualBlock(4, block => block.WithBranchFactor(BranchFactor.Learned))
            .AddResidualBlock(4, block => block.WithLayers(3))
            .AddResidualBlock(4, block => block.WithActivation(Activation.Silu))
            .AddResidualBlock(4, block => block.WithNormalization(Normalization.Layer))
            .AddPlainBlock(4)
            .AddResidualBlocks(2, block => block.WithOrder(BlockOrder.PreActivation)).AddOutput(2).Build();
        string[] lines = Lines(network);
        lines.Should().HaveCount(12);
        lines[2].Should().Contain("identity, × 0.5");
        lines[3].Should().Contain("identity, × learned");
        lines[8].Should().Contain("7–8").And.Contain("residual, pre-activation");
        lines[9].Should().Contain("final");
    }

    private static string[] Lines(Network network) => network.ToString().ReplaceLineEndings("\n").Split('\n');
}
