using FsCheck.Xunit;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Parts;

/// <summary>What a part gives is what the next one takes, from a network's inputs to its outputs.</summary>
public class ShapesTests
{
    [Property(Arbitrary = [typeof(RandomCases)], MaxTest = 100)]
    public void Shapes_chain_in_a_random_network(RandomCase drawn) => ShouldChain(drawn.Network());

    [Fact]
    public void Shapes_chain_in_networks_of_all_options()
    {
        foreach (Network network in AllNetworks.Drawn) ShouldChain(network);
    }

    [Fact]
    public void Stages_have_names_of_their_own_in_the_order_of_the_forward_pass()
    {
        foreach (Network network in AllNetworks.Drawn)
        {
            string[] names = [.. network.Parts.Select(stage => stage.Name)];
            string[] expected = [.. Enumerable.Range(0, network.Blocks.Count).Select(i => $"blocks.{i}")];
            if (network.LastWithAddition() is { } last) expected = [.. expected[..(last + 1)], "final", .. expected[(last + 1)..]];
            names.Except(["inputs", "embeddings", "outputs"]).Should().Equal([.. expected, "output"]);
            names[..^1].Should().NotContain("outputs");
            names[1..].Should().NotContain("inputs");
            network.Parts.Where(stage => stage.Block.HasValue).Should()
                .Equal(network.Parts.Where(stage => stage.Name == "final" || stage.Name.StartsWith("blocks.", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void No_two_parts_have_the_same_name()
    {
        foreach (Network network in AllNetworks.Drawn)
        {
            network.Parts.SelectMany(stage => stage.Parts.All, (stage, part) => stage.FullName(part.Name)).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void A_shape_is_as_many_values_as_it_has_features_in_its_columns()
    {
        new SampleShape(3).Values.Should().Be(3);
        new SampleShape(3).ToString().Should().Be("3");
        new SampleShape(3, Columns: 4).Values.Should().Be(12);
        new SampleShape(3, Columns: 4).ToString().Should().Be("3 × 4");
    }

    private static void ShouldChain(Network network)
    {
        var shape = new SampleShape(network.Inputs);
        foreach (Stage stage in network.Parts)
        {
            stage.Input.Should().Be(shape);
            shape = AfterAll(stage.Parts, shape);
            stage.Output.Should().Be(shape);
        }

        shape.Should().Be(new SampleShape(network.Outputs));
    }

    private static SampleShape AfterAll(PartList parts, SampleShape shape) => parts.Aggregate(shape, After);

    private static SampleShape After(SampleShape shape, Part part)
    {
        part.Input.Should().Be(shape);
        if (part is ResidualPart residual)
        {
            SampleShape head = AfterAll(residual.Head, shape);
            AfterAll(residual.Branch, head).Should().Be(part.Output, "the branch ends where the shortcut does");
            AfterAll(residual.Shortcut, residual.ShortcutReadsHead ? head : shape).Should().Be(part.Output);
        }

        return part.Output;
    }
}
