namespace ResNet.Tests.Parts;

public class MultiplicationsTests
{
    [Fact]
    public void A_sample_takes_as_many_multiplications_as_a_count_by_hand_says()
    {
        Network network = Network.Create(10).AddEmbeddings(new Embedding(3, 7, 4)) // 9 other features and 4 of the vector
            .AddLayer(8, layer => layer.WithNormalization(Normalization.Layer))
            .AddResidualBlock(8)
            .AddResidualBlock(6, block => block.WithNormalization(Normalization.Batch))
            .AddResidualBlock(5, block => block.WithShortcut(Shortcut.ZeroPadding).WithHiddenFactor(2).WithLayers(3))
            .AddPlainBlock(4)
            .AddOutput(2).Build();
        network.Standardize(Dataset.ForRegression(Layers.NormalBatch.Of(10, 5), Layers.NormalBatch.Of(2, 5)));
        CountOf(network).Should().Equal(
            ("inputs", 0), ("embeddings", 0), ("blocks.0", 13 * 8), ("blocks.1", 2 * 8 * 8), ("blocks.2", 8 * 6 + 6 * 6 + 8 * 6),
            ("blocks.3", 6 * 10 + 10 * 10 + 10 * 5), ("blocks.4", 5 * 4 + 4 * 4), ("output", 4 * 2), ("outputs", 0));
    }

    [Fact]
    public void Every_column_of_a_sample_counts() =>
        new AffinePart("kernel", new SampleShape(9, Columns: 100), 4, FirstValues.Constant(0)).Multiplications.Should().Be(9 * 4 * 100);

    [Fact]
    public void Where_all_matrices_are_maps_they_are_as_many_as_weights()
    {
        foreach (Network network in AllNetworks.Drawn)
        {
            CountOf(network).Sum(stage => stage.Count).Should().Be(network.Parameters
                .Where(parameter =>
                    parameter.Kind == ArrayKind.Weight && !parameter.Name.StartsWith("embeddings.", StringComparison.Ordinal))
                .Sum(parameter => parameter.Values.Length));
        }
    }

    private static IEnumerable<(string Name, long Count)> CountOf(Network network) =>
        network.Parts.Select(stage => (stage.Name, stage.Parts.All.Sum(part => part.Multiplications)));
}
