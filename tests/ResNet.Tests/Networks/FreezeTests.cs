using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Blocks;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks;

/// <summary>Frozen blocks stay as they are, and what is behind them trains as it would alone.</summary>
public class FreezeTests
{
    private static readonly Dataset data = Dataset.ForRegression(NormalBatch.Of(3, 40), NormalBatch.Of(2, 40, seed: 2));

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void Frozen_parameters_and_running_statistics_stay_and_all_others_change(BlockOrder order, Normalization normalization)
    {
        foreach (int blocks in new[] { 0, 1, 2, 4 })
        {
            foreach (float? clipNorm in new float?[] { null, 0.5f })
            {
                Network network = Build(order, normalization);
                network.Freeze(blocks);
                network.FrozenBlocks.Should().Be(blocks);
                Dictionary<string, int[]> before = StateOf(network);
                Fit(network, clipNorm);

                Changed(network, before).Should().BeEquivalentTo(
                    before.Keys.Where(name => !IsIn(network, blocks, name)), "{0} blocks are frozen, clipping to {1}", blocks, clipNorm);
                network.Parameters.Should().OnlyContain(parameter => parameter.IsFrozen == IsIn(network, blocks, parameter.Name));
            }
        }
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void What_is_behind_frozen_blocks_trains_as_it_would_alone_on_their_outputs(BlockOrder order, Normalization normalization)
    {
        foreach (Activation activation in new[] { Activation.Relu, Activation.Tanh })
        {
            (Network whole, Network rest) = WholeAndBehind(order, normalization, activation);
            whole.Forward(data.Inputs); // running statistics other than 0 and 1
            rest.Forward(whole.Blocks[0].Predict(data.Inputs));
            IEnumerable<float[]> ofRest = rest.Running().Select(array => array.Values);
            IEnumerable<float[]> ofWhole = whole.Running()
                .Where(array => !array.Name.StartsWith("blocks.0.", StringComparison.Ordinal)).Select(array => array.Values);
            foreach ((float[] part, float[] same) in ofRest.Zip(ofWhole)) same.CopyTo(part, 0);

            whole.Freeze(1);
            Dataset outputs = Dataset.ForRegression(whole.Blocks[0].Predict(data.Inputs), data.Targets!);
            TrainingHistory historyOfWhole = Fit(whole), historyOfRest = Fit(rest, data: outputs);

            historyOfWhole.Epochs.Select(epoch => epoch.Loss).Should().Equal(historyOfRest.Epochs.Select(epoch => epoch.Loss));
            Bits.Of(whole.Predict(data.Inputs)).Should().Equal(Bits.Of(rest.Predict(outputs.Inputs)));
        }
    }

    [Fact]
    public void Nothing_is_dropped_in_frozen_blocks()
    {
        Network network = Network.Create(3).WithDropout(0.5f).WithStochasticDepth(0.5f)
            .AddLayer(8).AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 5);
        network.Freeze(3);
        var trainer = new Trainer(network, new TrainerOptions { Loss = Loss.MeanSquaredError, BatchSize = 40, Epochs = 1 });
        double before = trainer.Evaluate(data).Loss;
        trainer.Fit(data).Epochs.Single().Loss.Should().BeApproximately(before, 1e-6);
    }

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void Frozen_layers_behind_the_last_pre_activation_block_do_no_harm(Normalization normalization)
    {
        // the final norm is in front of the last frozen layer
        Network network = Network.Create(3).WithNormalization(normalization).WithOrder(BlockOrder.PreActivation)
            .AddLayer(8).AddResidualBlocks(2).AddLayer(6).AddLayer(5).AddOutput(2).Build(seed: 5);
        network.Freeze(4);
        Dictionary<string, int[]> before = StateOf(network);
        Fit(network).StopReason.Should().Be(StopReason.Completed);
        Changed(network, before).Should().BeEquivalentTo(
            before.Keys.Where(
                name => name.StartsWith("blocks.4.", StringComparison.Ordinal) || name.StartsWith("output.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Embeddings_are_frozen_with_the_first_block(int blocks)
    {
        Matrix<float> inputs = Matrix<float>.Build.Dense(2, 40, (i, j) => i == 0 ? j % 3 : j / 40f);
        Network network = Network.Create(2).AddEmbeddings(new Embedding(Feature: 0, Categories: 3, Width: 2))
            .AddLayer(8).AddLayer(8).AddOutput(2).Build(seed: 5);
        network.Freeze(blocks);
        Dictionary<string, int[]> before = StateOf(network);
        Fit(network, clipNorm: 0.5f, data: Dataset.ForRegression(inputs, data.Targets!));
        Changed(network, before).Should().BeEquivalentTo(
            before.Keys.Where(
                name => !IsIn(network, blocks, name) && (blocks == 0 || !name.StartsWith("embeddings.", StringComparison.Ordinal))));
    }

    [Fact]
    public void To_freeze_nothing_frees_all()
    {
        Network freed = Build(BlockOrder.PreActivation, Normalization.Batch), free = Build(BlockOrder.PreActivation, Normalization.Batch);
        freed.Freeze(4);
        freed.Freeze(0);
        freed.FrozenBlocks.Should().Be(0);
        Fit(freed);
        Fit(free);
        Bits.Of(freed).Should().Equal(Bits.Of(free));
    }

    [Fact]
    public void A_trainer_minds_what_is_frozen_between_its_fits()
    {
        Network network = Build(BlockOrder.PostActivation, Normalization.Layer);
        var trainer = new Trainer(network, new TrainerOptions { Loss = Loss.MeanSquaredError, Epochs = 1 });
        trainer.Fit(data);
        network.Freeze(2);
        Dictionary<string, int[]> before = StateOf(network);
        trainer.Fit(data);
        Changed(network, before).Should().BeEquivalentTo(before.Keys.Where(name => !IsIn(network, 2, name)));
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_pass_of_the_callers_own_leaves_frozen_blocks_and_goes_back_to_what_they_give(
        BlockOrder order, Normalization normalization)
    {
        foreach (Activation activation in new[] { Activation.Relu, Activation.Tanh, Activation.LeakyRelu })
        {
            (Network whole, Network rest) = WholeAndBehind(order, normalization, activation);
            whole.Freeze(1);
            int[] running = Bits.Of(whole.Blocks[0].Predict(data.Inputs));
            Matrix<float> gradient = NormalBatch.Of(2, 40, seed: 3);
            Matrix<float> given = whole.Blocks[0].Predict(data.Inputs);
            ForwardPass pass = whole.Forward(data.Inputs), same = rest.Forward(given);

            Bits.Of(pass.Output).Should().Equal(Bits.Of(same.Output));
            Bits.Of(pass.Backward(gradient)).Should().Equal(Bits.Of(same.Backward(gradient)), "of {0}", activation);
            Bits.Of(whole.Blocks[0].Predict(data.Inputs)).Should().Equal(running);
            whole.Blocks[0].Parameters.Should().OnlyContain(parameter => parameter.Gradient.Enumerate().All(value => value == 0));
            whole.Parameters.Skip(whole.Blocks[0].Parameters.Count).SelectMany(parameter => Bits.Of(parameter.Gradient))
                .Should().Equal(rest.Parameters.SelectMany(parameter => Bits.Of(parameter.Gradient)));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void More_blocks_than_there_are_cannot_be_frozen(int blocks)
    {
        Network network = Build(BlockOrder.PostActivation, Normalization.None);
        network.Invoking(n => n.Freeze(blocks)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(blocks));
        network.FrozenBlocks.Should().Be(0);
    }

    /// <summary>A network of a layer and two blocks, and one that has only the blocks, with the same parameters.</summary>
    private static (Network Whole, Network Behind) WholeAndBehind(BlockOrder order, Normalization normalization, Activation activation)
    {
        Network whole = Network.Create(3).WithOrder(order).WithNormalization(normalization).WithActivation(activation)
            .AddLayer(8).AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 5);
        Network rest = Network.Create(8).WithOrder(order).WithNormalization(normalization).WithActivation(activation)
            .AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 6);
        foreach ((Parameter part, Parameter same) in rest.Parameters.Zip(whole.Parameters.Skip(whole.Blocks[0].Parameters.Count)))
        {
            same.Value.CopyTo(part.Value);
        }

        return (whole, rest);
    }

    /// <summary>The final norm belongs to the last block.</summary>
    private static bool IsIn(Network network, int blocks, string name) =>
        Enumerable.Range(0, blocks).Any(block => name.StartsWith($"blocks.{block}.", StringComparison.Ordinal))
        || (blocks == network.Blocks.Count && name.StartsWith("final.norm.", StringComparison.Ordinal));

    private static Dictionary<string, int[]> StateOf(Network network) =>
        network.State().ToDictionary(array => array.Name, array => Bits.Of(array.Values));

    private static IEnumerable<string> Changed(Network network, Dictionary<string, int[]> before) =>
        StateOf(network).Where(array => !array.Value.SequenceEqual(before[array.Key])).Select(array => array.Key);

    private static TrainingHistory Fit(Network network, float? clipNorm = null, Dataset? data = null) =>
        new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = new AdamW(0.01f) { WeightDecay = 0.1f },
            ClipNorm = clipNorm,
            BatchSize = 16,
            Epochs = 2,
        }).Fit(data ?? FreezeTests.data);

    /// <summary>Four blocks; random running statistics, and every value away from 0, so that weight decay would move it.</summary>
    private static Network Build(BlockOrder order, Normalization normalization)
    {
        Network network = Network.Create(3).WithOrder(order).WithNormalization(normalization)
            .AddLayer(8).AddResidualBlocks(3, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 5);
        foreach (Parameter parameter in network.Parameters) parameter.Value.Add(0.1f, parameter.Value);
        return network;
    }
}
