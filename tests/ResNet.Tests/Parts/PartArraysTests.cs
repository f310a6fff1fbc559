using System.Text.Json;
using FsCheck.Xunit;
using ResNet.Tests.Networks;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Parts;

/// <summary>The arrays that parts tell of are those that the network has, in memory and in files.</summary>
public class PartArraysTests
{
    [Property(Arbitrary = [typeof(RandomCases)], MaxTest = 100)]
    public void Parts_tell_of_all_arrays_of_a_random_network(RandomCase drawn) => ShouldBeThose(drawn.Network());

    [Fact]
    public void Parts_tell_of_all_arrays_of_networks_of_all_options()
    {
        foreach (Network network in AllNetworks.Drawn) ShouldBeThose(network);
    }

    [Fact]
    public void A_layer_of_a_block_has_the_arrays_that_the_block_has_for_it()
    {
        foreach (Block block in AllNetworks.Drawn.SelectMany(network => network.Blocks))
        {
            Parameter[] ofLayers = [.. block.Layers.SelectMany(layer => layer.Parameters)];
            ofLayers.Should().Equal(block.Parameters.Where(
                parameter => !parameter.Name.Contains(".shortcut.") && !parameter.Name.EndsWith(".scale", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Kinds_go_by_the_arrays_names()
    {
        foreach (PartArray array in AllNetworks.Drawn.SelectMany(network => network.Parts).SelectMany(stage => stage.Arrays))
        {
            array.Kind.Should().Be(KindOf(array.Name[(array.Name.LastIndexOf('.') + 1)..]), array.Name);
            array.Columns.HasValue.Should().Be(array.Kind == ArrayKind.Weight, array.Name);
        }
    }

    private static void ShouldBeThose(Network network)
    {
        PartArray[] arrays = [.. network.Parts.SelectMany(stage => stage.Arrays)];
        network.Parameters.Select(parameter => (parameter.Name, parameter.Kind, parameter.Value.RowCount, parameter.Value.ColumnCount))
            .Should().Equal(arrays.Where(array => array.IsLearned)
                .Select(array => (array.Name, array.Kind, array.Rows, array.Columns ?? 1)));
        network.Running().Select(array => (array.Name, array.Values.Length))
            .Should().BeEquivalentTo(arrays.Where(array => array.Kind == ArrayKind.Statistic).Select(array => (array.Name, array.Rows)));

        (string, string)[] inFiles =
        [
            .. InFiles(network).SelectMany(stage => stage.Arrays).Where(array => array.Kind != ArrayKind.Constant)
                .Select(array => (array.Name, SizesOf(array))),
        ];
        network.Tensors().Select(pair => (pair.Key, Join(pair.Value.Sizes))).Should().Equal(inFiles);
        JsonDocument.Parse(NetworkBytes.HeaderOf(NetworkBytes.Of(network))).RootElement.EnumerateObject().Skip(1)
            .Select(tensor => (tensor.Name, Join(tensor.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()))))
            .Should().Equal(inFiles);
    }

    /// <summary>In files the final norm stands behind all blocks.</summary>
    private static IEnumerable<Stage> InFiles(Network network)
    {
        Stage[] final = [.. network.Parts.Where(stage => stage.Name == "final")];
        return network.Parts.Except(final).SelectMany(stage => stage.Name == "output" ? [.. final, stage] : (Stage[])[stage]);
    }

    private static string SizesOf(PartArray array) => Join(array.Columns is { } columns ? [array.Rows, columns] : [array.Rows]);

    private static string Join(IEnumerable<int> sizes) => string.Join(" × ", sizes);

    private static ArrayKind KindOf(string name) => name switch
    {
        "weight" => ArrayKind.Weight,
        "bias" => ArrayKind.Bias,
        "gamma" or "beta" => ArrayKind.Norm,
        "scale" => ArrayKind.Factor,
        "running_mean" or "running_variance" => ArrayKind.Statistic,
        "means" or "deviations" => ArrayKind.Constant,
        _ => throw new ArgumentException(name),
    };
}
