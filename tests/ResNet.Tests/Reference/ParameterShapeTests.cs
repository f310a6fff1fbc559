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
    public void A_second_run_of_pre_activation_blocks_is_refused()
    {
        ArchitectureEntry pre = new("residual", 4, 2, "relu", "identity", "pre");
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
