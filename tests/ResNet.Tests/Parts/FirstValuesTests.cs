using ResNet.Tests.Blocks;

namespace ResNet.Tests.Parts;

/// <summary>Parts say how their arrays begin.</summary>
public class FirstValuesTests
{
    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_zero_branch_says_which_rows_of_its_last_array_begin_at_zero(BlockOrder order, Normalization normalization)
    {
        bool byGamma = order == BlockOrder.PostActivation && normalization != Normalization.None;
        Dictionary<string, int> zeroRows = ZeroRows(Block(order, normalization, 4, 4));
        (string name, int rows) = zeroRows.Should().ContainSingle(pair => pair.Value > 0).Subject;
        (name, rows).Should().Be((byGamma ? "norms.1.gamma" : "layers.1.weight", 4));
    }

    [Theory]
    [InlineData(3, 5, 3)]
    [InlineData(5, 3, 3)]
    public void Rows_that_a_padded_shortcut_does_not_reach_begin_as_they_are_drawn(int inputs, int outputs, int rows)
    {
        ZeroRows(Block(BlockOrder.PostActivation, Normalization.None, inputs, outputs))["layers.1.weight"].Should().Be(rows);
        ZeroRows(Block(BlockOrder.PostActivation, Normalization.Layer, inputs, outputs))["norms.1.gamma"].Should().Be(rows);
        ZeroRows(Block(BlockOrder.PreActivation, Normalization.Layer, inputs, outputs))["layers.1.weight"].Should().Be(rows);
    }

    [Fact]
    public void A_branch_that_does_not_begin_at_zero_has_no_such_rows()
    {
        ZeroRows(ResidualBlock.Create(4, 4).WithZeroBranch(false).Build()).Values.Should().OnlyContain(rows => rows == 0);
        ZeroRows(ResidualBlock.Create(4, 4).WithBranchFactor(BranchFactor.Learned).Build()).Values.Should().OnlyContain(rows => rows == 0);
        ZeroRows(PlainBlock.Create(4, 4).Build()).Values.Should().OnlyContain(rows => rows == 0);
    }

    [Fact]
    public void Arrays_begin_with_what_their_part_says()
    {
        ResidualBlock block = ResidualBlock.Create(3, 5).WithNormalization(Normalization.Batch).WithZeroBranch(false)
            .WithBranchFactor(BranchFactor.Learned).Build();
        Dictionary<string, FirstValues> first = block.Stages[0].Arrays.ToDictionary(array => array.Name, array => array.First);
        first["layers.0.weight"].Should().Be(FirstValues.Normal(2.0 / 3));
        first["layers.1.weight"].Should().Be(FirstValues.Normal(2.0 / 5));
        first["layers.1.bias"].Should().Be(FirstValues.Constant(0));
        first["norms.1.gamma"].Should().Be(FirstValues.Constant(1));
        first["norms.1.beta"].Should().Be(FirstValues.Constant(0));
        first["norms.1.running_mean"].Should().Be(FirstValues.Constant(0));
        first["norms.1.running_variance"].Should().Be(FirstValues.Constant(1));
        first["shortcut.weight"].Should().Be(FirstValues.Normal(1.0 / 3));
        first["shortcut.norm.gamma"].Should().Be(FirstValues.Constant(1), "only the branch begins at zero");
        first["scale"].Should().Be(FirstValues.Constant(0));
    }

    [Fact]
    public void Given_values_are_those_that_an_array_begins_with()
    {
        float[] values = new float[4];
        FirstValues.Given([1, 2, 3, 4]).Fill(values, rows: 2, new RandomStream(1, "weight"));
        values.Should().Equal(1, 2, 3, 4);
        (FirstValues.Given([1, 2, 3, 4]) with { ZeroRows = 1 }).Fill(values, rows: 2, new RandomStream(1, "weight"));
        values.Should().Equal(0, 2, 0, 4);
    }

    [Fact]
    public void A_standardization_gives_its_means_and_deviations()
    {
        Network network = Network.Create(3).AddOutput(1).Build();
        network.Standardize(Training.HalvesData.Of(9));
        PartArray[] arrays = [.. network.Parts[0].Arrays];
        arrays.Select(array => (array.Name, array.Rows, array.Kind)).Should().Equal(
            ("inputs.means", 3, ArrayKind.Constant), ("inputs.deviations", 3, ArrayKind.Constant));
        arrays[0].First.Values.Should().Equal(network.InputStandardization!.Means);
        arrays[1].First.Values.Should().Equal(network.InputStandardization.Deviations);
    }

    private static ResidualBlock Block(BlockOrder order, Normalization normalization, int inputs, int outputs) =>
        ResidualBlock.Create(inputs, outputs).WithOrder(order).WithNormalization(normalization).WithShortcut(Shortcut.ZeroPadding).Build();

    private static Dictionary<string, int> ZeroRows(Block block)
    {
        foreach (Parameter parameter in block.Parameters)
        {
            int rows = block.Stages[0].Arrays.Single(array => array.Name == parameter.Name).First.ZeroRows;
            parameter.Value.EnumerateRows().Take(rows).All(row => row.All(value => value == 0)).Should().BeTrue(parameter.Name);
        }

        return block.Stages[0].Arrays.ToDictionary(array => array.Name, array => array.First.ZeroRows);
    }
}
