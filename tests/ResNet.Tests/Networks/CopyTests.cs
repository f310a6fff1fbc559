using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Blocks;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks;

/// <summary>Copies of a network, whole and with another output layer.</summary>
public class CopyTests
{
    private static readonly Dataset classes = HalvesData.Of(40);
    private static readonly Dataset values = Dataset.ForRegression(3 + 2 * NormalBatch.Of(3, 40), 5 + 4 * NormalBatch.Of(2, 40, seed: 2));

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_clone_has_the_same_bits_and_nothing_shared(BlockOrder order, Normalization normalization)
    {
        Network network = Trained(order, normalization);
        Network clone = network.Clone();
        int[] bits = Bits.Of(network), predicted = Bits.Of(network.Predict(values.Inputs));
        Bits.Of(clone).Should().Equal(bits);
        Bits.Of(clone.Predict(values.Inputs)).Should().Equal(predicted);
        clone.ToString().Should().Be(network.ToString());

        Fit(clone);
        Bits.Of(clone).Should().NotEqual(bits);
        Bits.Of(network).Should().Equal(bits);
        Bits.Of(network.Predict(values.Inputs)).Should().Equal(predicted);

        Fit(network);
        Bits.Of(network).Should().Equal(Bits.Of(clone), "trained alike they are alike");
    }

    [Fact]
    public void A_clone_keeps_scalings_and_frozen_blocks()
    {
        Network network = Trained();
        network.Freeze(1);
        Network clone = network.Clone();
        clone.InputStandardization!.Means.Should().Equal(network.InputStandardization!.Means);
        clone.TargetStandardization!.Deviations.Should().Equal(network.TargetStandardization!.Deviations);
        clone.FrozenBlocks.Should().Be(1);
        clone.Parameters.Select(parameter => parameter.IsFrozen).Should().Equal(network.Parameters.Select(parameter => parameter.IsFrozen));

        clone.Standardize(classes);
        clone.Freeze(0);
        network.TargetStandardization.Should().NotBeNull();
        network.FrozenBlocks.Should().Be(1);
        network.Parameters[0].IsFrozen.Should().BeTrue();
    }

    [Fact]
    public void A_clone_keeps_the_classes_names() =>
        Network.Create(3).AddOutput(["cat", "dog"]).Build().Clone().ClassNames.Should().Equal("cat", "dog");

    [Fact]
    public void A_clone_drops_out_with_the_same_rates()
    {
        Network network = Network.Create(3).WithDropout(0.3f).WithStochasticDepth(0.5f)
            .AddLayer(8).AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 5);
        Bits.Of(network.Clone().Forward(values.Inputs, seed: 4).Output).Should()
            .Equal(Bits.Of(network.Forward(values.Inputs, seed: 4).Output));
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void With_another_output_the_blocks_stay_the_same_bits(BlockOrder order, Normalization normalization)
    {
        Network network = Trained(order, normalization);
        int[] before = Bits.Of(network);
        Network other = network.WithOutput(4, seed: 9);
        (other.Inputs, other.Outputs).Should().Be((3, 4));
        var kept = network.State().Where(array => !array.Name.StartsWith("output.", StringComparison.Ordinal))
            .ToDictionary(array => array.Name, array => Bits.Of(array.Values));
        var arrays = other.State().ToDictionary(array => array.Name, array => Bits.Of(array.Values));
        arrays.Keys.Should().Equal(network.State().Select(array => array.Name));
        foreach ((string name, int[] bits) in kept) arrays[name].Should().Equal(bits, name);

        new Trainer(other, new TrainerOptions { Epochs = 1 }).Fit(Dataset.ForClassification(classes.Inputs, classes.Labels!, classes: 4));
        Bits.Of(network).Should().Equal(before, "nothing is shared");
    }

    [Fact]
    public void Another_output_is_drawn_by_its_seed_as_a_new_networks_is()
    {
        Network network = Trained();
        Matrix<float> drawn = network.WithOutput(2, seed: 9).Parameter("output.weight").Value;
        drawn.Should().Be(Network.Create(3).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 9).Parameter("output.weight").Value);
        drawn.Should()
            .NotBe(network.Parameter("output.weight").Value).And.NotBe(network.WithOutput(2, seed: 10).Parameter("output.weight").Value);
        network.WithOutput(2).Parameter("output.bias").Value.Enumerate().Should().OnlyContain(value => value == 0);
    }

    [Fact]
    public void With_another_output_names_and_target_scaling_go_and_all_else_stays()
    {
        Network network = Network.Create(3).AddLayer(8).AddOutput(["cat", "dog"]).Build();
        network.Standardize(values);
        network.Freeze(1);
        Network other = network.WithOutput(2);
        other.ClassNames.Should().BeNull();
        other.TargetStandardization.Should().BeNull();
        other.InputStandardization!.Means.Should().Equal(network.InputStandardization!.Means);
        other.FrozenBlocks.Should().Be(1);
        other.Parameters.Select(parameter => parameter.IsFrozen).Should().Equal(true, true, false, false);
        network.ClassNames.Should().NotBeNull("the network itself does not change");
        network.TargetStandardization.Should().NotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_output_needs_a_width(int outputs) =>
        Network.Create(3).AddOutput(2).Build().Invoking(network => network.WithOutput(outputs))
        .Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(outputs));

    [Fact]
    public void Another_output_takes_names_for_its_classes()
    {
        Network network = Network.Create(3).AddLayer(8).AddOutput(["cat", "dog"]).Build(seed: 1);
        string[] names = ["oak", "elm", "fir"];
        Network other = network.WithOutput(names, seed: 9);
        names[0] = "ash";

        other.ClassNames.Should().Equal("oak", "elm", "fir");
        other.Parameter("output.weight").Value.Should().Be(network.WithOutput(3, seed: 9).Parameter("output.weight").Value);
        other.Clone().ClassNames.Should().Equal(other.ClassNames);
        network.ClassNames.Should().Equal("cat", "dog");
        using var file = new MemoryStream();
        other.Save(file);
        file.Position = 0;
        Network.Load(file).ClassNames.Should().Equal("oak", "elm", "fir");
        other.WithOutput(3).ClassNames.Should().BeNull("new outputs have no names");
    }

    [Fact]
    public void Names_of_another_output_are_refused_as_the_builder_refuses_them()
    {
        Network network = Network.Create(3).AddOutput(2).Build();
        FluentActions.Invoking(() => network.WithOutput(null!)).Should().Throw<ArgumentNullException>().WithParameterName("classNames");
        foreach (string[] names in new string[][] { [], ["one"], ["a", "b", "a"], ["a", null!] })
        {
            Action build = () => Network.Create(3).AddOutput(names), change = () => network.WithOutput(names);
            string message = build.Should().Throw<ArgumentException>().Which.Message;
            change.Should().ThrowExactly<ArgumentException>().WithParameterName("classNames").WithMessage(message);
        }
    }

    private static Network Trained(BlockOrder order = BlockOrder.PostActivation, Normalization normalization = Normalization.Batch)
    {
        Network network = Network.Create(3).WithOrder(order).WithNormalization(normalization)
            .AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 5);
        network.Standardize(values);
        Fit(network);
        return network;
    }

    private static void Fit(Network network) =>
        new Trainer(network, new TrainerOptions { Loss = Loss.MeanSquaredError, BatchSize = 16, Epochs = 2 }).Fit(values);
}
