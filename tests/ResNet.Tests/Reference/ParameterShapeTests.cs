namespace ResNet.Tests.Reference;

public sealed class ParameterShapeTests
{
    public static TheoryData<string> Names => [.. GoldenNetwork.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_shapes_and_order_are_those_of_the_golden_file(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        IReadOnlyList<ParameterShape> shapes = ParameterShape.Of(golden.Inputs, golden.Outputs, golden.Architecture);

        shapes.Select(shape => shape.Name).Should().Equal(golden.Parameters.Keys);
        shapes.Select(shape => string.Join('x', shape.Shape))
            .Should().Equal(golden.Parameters.Values.Select(array => string.Join('x', array.Shape)));
    }

    [Fact]
    public void A_normalized_block_has_one_norm_and_its_own_hidden_width()
    {
        ArchitectureEntry block = new("residual", 4, 3, "relu", "projection", "normalized", "batch", "learned", HiddenFactor: 1.5);
        ParameterShape.Of(3, 2, [block]).Select(shape => $"{shape.Name} {string.Join('x', shape.Shape)}").Should().Equal(
            "blocks.0.layers.0.weight 6x3", "blocks.0.layers.0.bias 6", "blocks.0.norms.0.gamma 3", "blocks.0.norms.0.beta 3",
            "blocks.0.layers.1.weight 6x6", "blocks.0.layers.1.bias 6", "blocks.0.layers.2.weight 4x6", "blocks.0.layers.2.bias 4",
            "blocks.0.shortcut.weight 4x3", "blocks.0.scale 1", "final.norm.gamma 4", "final.norm.beta 4", "output.weight 2x4",
            "output.bias 2");
    }

    [Theory]
    [InlineData("pre")]
    [InlineData("normalized")]
    public void A_second_run_of_blocks_that_end_with_the_addition_is_refused(string order)
    {
        ArchitectureEntry pre = new("residual", 4, 2, "relu", "identity", order);
        ArchitectureEntry layer = new("layer", 4, 1, "relu");

        Action list = () => ParameterShape.Of(4, 2, [pre, pre, layer, pre]);
        list.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void The_same_seed_gives_the_same_values_and_another_seed_others()
    {
        ArchitectureEntry[] architecture = [new("plain", 4, 2, "relu", Normalization: "layer")];

        double[] first = ReferenceNetwork.Random(3, 2, architecture, seed: 1).Parameters["output.weight"];
        ReferenceNetwork.Random(3, 2, architecture, seed: 1).Parameters["output.weight"].Should().Equal(first);
        ReferenceNetwork.Random(3, 2, architecture, seed: 2).Parameters["output.weight"].Should().NotEqual(first);
    }
}
