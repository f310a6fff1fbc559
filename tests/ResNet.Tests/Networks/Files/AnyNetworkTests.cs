namespace ResNet.Tests.Networks.Files;

/// <summary>The 200 networks that properties are held against have everything that builders can be told.</summary>
public class AnyNetworkTests
{
    private static readonly Network[] networks = [.. Enumerable.Range(0, 200).Select(AnyNetwork.Of)];

    private static readonly ResidualBlock[] residuals = [.. networks.SelectMany(network => network.Blocks).OfType<ResidualBlock>()];

    [Fact]
    public void Every_order_with_every_activation_and_normalization() =>
        residuals.Select(block => (block.Order, block.Activation, block.Normalization)).Distinct()
            .Should().HaveCount(
                Enum.GetValues<BlockOrder>().Length * Enum.GetValues<Activation>().Length * Enum.GetValues<Normalization>().Length);

    [Fact]
    public void Plain_blocks_and_layers_with_every_activation_and_normalization() =>
        networks.SelectMany(network => network.Blocks).OfType<PlainBlock>()
            .Select(block => (block.Layers.Count == 1, block.Layers[0].Activation, block.Layers[0].Normalization)).Distinct()
            .Should().HaveCount(2 * Enum.GetValues<Activation>().Length * Enum.GetValues<Normalization>().Length);

    [Fact]
    public void Every_order_with_every_shortcut_and_branch_factor()
    {
        foreach (BlockOrder order in Enum.GetValues<BlockOrder>())
        {
            ResidualBlock[] blocks = [.. residuals.Where(block => block.Order == order)];
            blocks.Should().Contain(block => block.Shortcut == Shortcut.Identity);
            blocks.Should().Contain(block => block.Shortcut == Shortcut.Projection && block.Inputs != block.Outputs);
            blocks.Should().Contain(block => block.Shortcut == Shortcut.ZeroPadding && block.Inputs < block.Outputs);
            blocks.Should().Contain(block => block.Shortcut == Shortcut.ZeroPadding && block.Inputs == block.Outputs);
            blocks.Should().Contain(block => block.Shortcut == Shortcut.ZeroPadding && block.Inputs > block.Outputs);
            blocks.Should().Contain(block => block.BranchFactor == BranchFactor.None);
            blocks.Should().Contain(block => block.BranchFactor.IsLearned);
            blocks.Should().Contain(block => !block.BranchFactor.IsLearned && block.BranchFactor.Value != 1);
            blocks.Should().Contain(block => block.Survival < 1 && block.BranchFactor.IsLearned);
            blocks.Should().Contain(block => block.Survival == 1);
            blocks.Should().Contain(block => block.Layers.Any(layer => layer.Dropout > 0));
            blocks.Should().Contain(block => block.Layers.Count == 1).And.Contain(block => block.Layers.Count == 3);
            blocks.Should()
                .Contain(block => block.Layers[0].Outputs < block.Outputs).And.Contain(block => block.Layers[0].Outputs > block.Outputs);
        }
    }

    [Fact]
    public void Everything_that_a_whole_network_may_have()
    {
        networks.Should().Contain(network => network.Blocks.Count == 0);
        networks.Should().Contain(network => network.Embeddings() == null);
        networks.Should().Contain(network => network.Embeddings() != null && network.Embeddings()!.Embeddings.Count == 1);
        networks.Should().Contain(network => network.Embeddings() != null && network.Embeddings()!.Embeddings.Count == 2);
        networks.Should().Contain(network => network.Embeddings() != null && network.Embeddings()!.Plain.Count == 0);
        networks.Should().Contain(network => network.ClassNames != null).And.Contain(network => network.ClassNames == null);
        networks.Should().Contain(network => network.Outputs == 1);
        networks.Should().Contain(network => network.InputStandardization != null && network.Embeddings() != null);
        networks.Should().Contain(network => network.InputStandardization == null && network.TargetStandardization != null);
        networks.Should().Contain(network => network.InputStandardization == null && network.TargetStandardization == null);
        networks.Should().Contain(network => network.FrozenBlocks > 0);
        networks.Should().Contain(network => network.LastWithAddition() < network.Blocks.Count - 1, "a run ends within");
        networks.Should()
            .Contain(network => network.Blocks.Count > 0 && network.LastWithAddition() == network.Blocks.Count - 1, "a run ends it");
    }
}
