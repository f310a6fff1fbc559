using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Blocks;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>A training step allocates nothing, on any thread, once the first ones have what they keep.</summary>
[Collection(RunsAlone.Name)]
public class AllocationTests
{
    private const int Inputs = 20;
    private const int Outputs = 3;

    private static readonly Optimizer[] optimizers = [new Sgd(1e-3f) { Momentum = 0.9f }, new Adam(1e-3f)];

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_step_allocates_nothing(BlockOrder order, Normalization normalization)
    {
        foreach (Optimizer optimizer in optimizers)
        {
            foreach (float? clipNorm in new float?[] { null, 0.1f })
            {
                foreach (int threads in new[] { 1, 2 })
                {
                    foreach (int batchSize in new[] { 32, 300 })
                    {
                        var options = new TrainerOptions
                        {
                            Loss = Loss.MeanSquaredError, Optimizer = optimizer, ClipNorm = clipNorm, Threads = threads,
                            BatchSize = batchSize,
                        };
                        Allocated(Build(order, normalization, Outputs), Regression(batchSize), options).Should().Be(
                            0, "{0} steps on {1} threads with batches of {2}, clipping to {3}", optimizer, threads, batchSize, clipNorm);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(257)]
    public void A_step_on_classes_allocates_nothing(int classes)
    {
        var data = Dataset.ForClassification(
            NormalBatch.Of(Inputs, 32), [.. Enumerable.Range(0, 32).Select(sample => sample % classes)], classes);
        Allocated(Build(BlockOrder.PostActivation, Normalization.None, classes), data, new TrainerOptions { BatchSize = 32 }).Should()
            .Be(0);
    }

    [Fact]
    public void A_step_with_binary_cross_entropy_allocates_nothing()
    {
        var data = Dataset.ForClassification(
            NormalBatch.Of(Inputs, 32), [.. Enumerable.Range(0, 32).Select(sample => sample % 2)], classes: 2);
        var options = new TrainerOptions { Loss = Loss.BinaryCrossEntropy, BatchSize = 32 };
        Allocated(Build(BlockOrder.PostActivation, Normalization.None, outputs: 1), data, options).Should().Be(0);
    }

    [Theory]
    [InlineData("learned")]
    [InlineData("fixed")]
    public void A_step_through_a_factor_and_an_unequal_shortcut_allocates_nothing(string factor)
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            foreach (Shortcut shortcut in new[] { Shortcut.ZeroPadding, Shortcut.Projection })
            {
                Network network = Network.Create(Inputs).WithActivation(activation)
                    .AddResidualBlock(30, block => block.WithShortcut(shortcut)
                        .WithBranchFactor(factor == "learned" ? BranchFactor.Learned : BranchFactor.Fixed(0.5f)))
                    .AddOutput(Outputs).Build();
                var options = new TrainerOptions { Loss = Loss.MeanSquaredError, BatchSize = 32 };
                Allocated(network, Regression(32), options).Should().Be(0, "{0} and {1}", activation, shortcut);
            }
        }
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void A_step_with_dropout_and_stochastic_depth_allocates_nothing(BlockOrder order, Normalization normalization)
    {
        foreach (int threads in new[] { 1, 2 })
        {
            Network network = Network.Create(Inputs).WithOrder(order).WithNormalization(normalization).WithDropout(0.3f)
                .WithStochasticDepth(0.5f)
                .AddLayer(70).AddResidualBlocks(2, block => block.WithZeroBranch(false).WithHiddenFactor(0.5f))
                .AddResidualBlock(30, block => block.WithBranchFactor(BranchFactor.Learned)).AddOutput(Outputs).Build();
            var options = new TrainerOptions { Loss = Loss.MeanSquaredError, Threads = threads, BatchSize = 32 };
            Allocated(network, Regression(32), options).Should().Be(0, "{0} threads", threads);
        }
    }

    [Fact]
    public void A_step_with_any_loss_on_scaled_and_weighted_targets_allocates_nothing()
    {
        Dataset data = Regression(32).WithWeights([.. Enumerable.Range(0, 32).Select(sample => (float)sample)]);
        foreach (Loss loss in new[] { Loss.MeanSquaredError, Loss.MeanAbsoluteError, Loss.Huber })
        {
            Network network = Build(BlockOrder.PreNorm, Normalization.Batch, Outputs);
            network.Standardize(data);
            Allocated(network, data, new TrainerOptions { Loss = loss, BatchSize = 32 }).Should().Be(0, "{0} allocates nothing", loss);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(257)]
    public void A_step_with_smoothed_labels_and_class_weights_allocates_nothing(int classes)
    {
        var labels = Dataset.ForClassification(
            NormalBatch.Of(Inputs, 32), [.. Enumerable.Range(0, 32).Select(sample => sample % classes)], classes);
        var targets = Dataset.ForRegression(labels.Inputs, Matrix<float>.Build.Dense(classes, 32, 1));
        var ofLabels = new TrainerOptions
        {
            Loss = new SoftmaxCrossEntropy { LabelSmoothing = 0.1f }, ClassWeights = [.. Enumerable.Repeat(2f, classes)], BatchSize = 32,
        };
        var ofTargets = new TrainerOptions { Loss = new BinaryCrossEntropy { LabelSmoothing = 0.1f }, BatchSize = 32 };
        Allocated(Build(BlockOrder.PostActivation, Normalization.None, classes), labels, ofLabels).Should().Be(0);
        Allocated(Build(BlockOrder.PostActivation, Normalization.None, classes), targets, ofTargets).Should().Be(0);
    }

    private static long Allocated(Network network, Dataset data, TrainerOptions options)
    {
        var step = new TrainingStep(network, data, options, new OptimizerState(network.Parameters, options.Optimizer));
        step.Shuffle(epoch: 1);
        return AllocatedBytes.By(() => step.Take(0, options.Optimizer.LearningRate, draw: 0));
    }

    private static Dataset Regression(int samples) =>
        Dataset.ForRegression(NormalBatch.Of(Inputs, samples), NormalBatch.Of(Outputs, samples, seed: 2));

    private static Network Build(BlockOrder order, Normalization normalization, int outputs) => Network.Create(Inputs)
        .WithOrder(order).WithNormalization(normalization).AddLayer(70).AddResidualBlocks(2, block => block.WithZeroBranch(false))
        .AddOutput(outputs).Build();
}
