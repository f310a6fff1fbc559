using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Networks;

public partial class NetworkSummaryTests
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

    [Property(Arbitrary = [typeof(RandomCases)], MaxTest = 100)]
    public void The_parameters_of_the_lines_add_up_in_a_random_network(RandomCase drawn) => ShouldAddUp(drawn.Network());

    [Fact]
    public void The_parameters_of_the_lines_add_up_in_networks_of_all_options()
    {
        for (int seed = 0; seed < 200; seed++) ShouldAddUp(AnyNetwork.Of(seed));
    }

    [Fact]
    public void The_norm_and_activation_behind_the_last_addition_have_a_line()
    {
        string[] lines = Lines(Network.Create(6).WithOrder(BlockOrder.PreActivation).WithNormalization(Normalization.Batch)
            .AddResidualBlock(6).AddOutput(2).Build());
        lines.Should().HaveCount(5);
        Cells(lines[2]).Should().Equal("final", "norm and activation", "6 → 6", "relu", "batch", "12");
    }

    [Fact]
    public void Embeddings_and_standardizations_have_lines()
    {
        Network network = Network.Create(2).AddEmbeddings(new Embedding(1, 3, 4)).AddLayer(6).AddOutput(1).Build();
        network.Standardize(Dataset.ForRegression(Layers.NormalBatch.Of(2, 5), Layers.NormalBatch.Of(1, 5)));
        Lines(network)[1..^1].Select(line => string.Join(" ", Cells(line))).Should().Equal(
            "inputs standardization 2 → 2 0",
            "embeddings 1 feature 2 → 5 12",
            "0 layer 5 → 6 1 relu 36",
            "output layer 6 → 1 1 identity 7",
            "outputs standardization 1 → 1 0");
    }

    [Fact]
    public void A_frozen_block_shows_and_shares_no_line_with_one_that_learns()
    {
        Network network = Network.Create(4).AddResidualBlocks(5).AddOutput(2).Build();
        Lines(network).Should().HaveCount(4);
        network.Freeze(3);
        string[] lines = Lines(network);
        lines.Should().HaveCount(5);
        Cells(lines[0])[^2].Should().Be("frozen");
        Cells(lines[1]).Should().Equal("0–2", "residual", "4 → 4", "3 × 2", "identity", "relu", "yes", "120");
        Cells(lines[2]).Should().Equal("3–4", "residual", "4 → 4", "2 × 2", "identity", "relu", "80");
        network.Freeze(0);
        Lines(network).Should().HaveCount(4);
    }

    [Fact]
    public void A_thousand_equal_blocks_of_stochastic_depth_are_a_line_with_a_range_of_survivals()
    {
        Network network = Network.Create(4).WithStochasticDepth(0.5f).AddResidualBlocks(1000).AddOutput(2).Build();
        string[] lines = Lines(network);
        lines.Should().HaveCount(4);
        Cells(lines[0])[^2].Should().Be("survival");
        Cells(lines[1]).Should().Equal("0–999", "residual", "4 → 4", "1000 × 2", "identity", "relu", "1–0.5", "40,000");
    }

    private static void ShouldAddUp(Network network)
    {
        string[] lines = Lines(network);
        long total = Number(TotalParameters().Match(lines[^1]).Groups[1].Value);
        total.Should().Be(network.Parameters.Sum(parameter => parameter.Values.Length));
        lines[1..^1].Sum(line => Number(Cells(line)[^1])).Should().Be(total);
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string[] Cells(string line) => Gap().Split(line);

    private static string[] Lines(Network network) => network.ToString().ReplaceLineEndings("\n").Split('\n');

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex("^depth .*, (.*) parameters$")]
    private static partial Regex TotalParameters();
}
