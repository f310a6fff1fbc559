namespace ResNet.Tests.Networks;

/// <summary>In a network's summary blocks that differ have lines of their own, which show how they differ.</summary>
public class SummaryOfNeighboursTests
{
    /// <summary>What a block may be told that its neighbour is not, by what its line then shows.</summary>
    private static readonly Dictionary<string, Action<ResidualBlockBuilder>> differences = new()
    {
        ["× 0.5"] = block => block.WithBranchFactor(BranchFactor.Fixed(0.5f)),
        ["× 1"] = block => block.WithBranchFactor(BranchFactor.Fixed(1)),
        ["× learned"] = block => block.WithBranchFactor(BranchFactor.Learned).WithZeroBranch(false),
        ["3"] = block => block.WithLayers(3),
        ["silu"] = block => block.WithActivation(Activation.Silu),
        ["layer"] = block => block.WithNormalization(Normalization.Layer),
        ["0.25"] = block => block.WithDropout(0.25f),
        ["4 → 8 → 4"] = block => block.WithHiddenFactor(2),
        ["projection"] = block => block.WithShortcut(Shortcut.Projection),
        ["residual, pre-activation"] = block => block.WithOrder(BlockOrder.PreActivation),
        ["residual, pre-norm"] = block => block.WithOrder(BlockOrder.PreNorm),
    };

    public static TheoryData<string> Shown => [.. differences.Keys];

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_block_that_differs_from_its_neighbour_has_a_line_that_says_so(string shown)
    {
        string[] lines = Lines(Network.Create(4).AddResidualBlock(4).AddResidualBlocks(2, differences[shown]));
        lines[1].Should().StartWith("0 ").And.NotContain($" {shown} ");
        lines[2].Should().StartWith("1–2 ").And.Contain($" {shown} ");
    }

    [Fact]
    public void A_plain_block_has_a_line_beside_a_residual_one()
    {
        string[] lines = Lines(Network.Create(4).AddResidualBlock(4).AddPlainBlock(4).AddLayer(4));
        lines[1].Should().Contain(" residual ");
        lines[2].Should().Contain(" plain ");
        lines[3].Should().Contain(" layer ");
    }

    [Fact]
    public void Pre_norm_blocks_have_a_line_beside_pre_activation_ones()
    {
        string[] lines = Lines(Network.Create(4)
            .WithOrder(BlockOrder.PreActivation).AddResidualBlocks(2).WithOrder(BlockOrder.PreNorm).AddResidualBlocks(2));
        lines[1].Should().StartWith("0–1 ").And.Contain(" residual, pre-activation ");
        lines[2].Should().StartWith("2–3 ").And.Contain(" residual, pre-norm ");
    }

    [Fact]
    public void Blocks_that_begin_with_other_values_have_lines_of_their_own()
    {
        Lines(Network.Create(4).AddResidualBlock(4).AddResidualBlock(4, block => block.WithZeroBranch(false)))[2]
            .Should().StartWith("1 ");
        Lines(Network.Create(4).AddLayer(4).AddLayer(4, layer => layer.WithInitialization(Initialization.Orthogonal)))[2]
            .Should().StartWith("1 ");
    }

    [Fact]
    public void All_differences_of_a_long_network_show()
    {
        NetworkBuilder builder = Network.Create(4).AddResidualBlock(4);
        foreach (Action<ResidualBlockBuilder> different in differences.Values) builder.AddResidualBlock(4, different);
        string[] lines = Lines(builder);
        lines.Should().HaveCount(1 + 12 + 1 + 2, "there are a header, twelve blocks, the activation behind them, the output and the sums");
        lines[^3].Should().StartWith("final ");
    }

    private static string[] Lines(NetworkBuilder builder) =>
        builder.AddOutput(2).Build().ToString().ReplaceLineEndings("\n").Split('\n');
}
