using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using ResNet.Onnx;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;
using ResNet.Tests.Networks.Files;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Onnx;

/// <summary>ONNX Runtime gives what this library gives.</summary>
public class OnnxAgreementTests
{
    public static TheoryData<string> Names => [.. GoldenNetwork.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_reference_networks(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);
        Network network = ArchitectureNetwork.Build(golden);
        Matrix<float> input = GoldenTests.Columns(golden.Input);
        network.Forward(input); // running statistics
        ShouldAgree(network, OnnxRun.FileOf(network), name, [input, NormalBatch.Of(network.Inputs, 1), NormalBatch.Of(network.Inputs, 37)]);
    }

    [Theory]
    [InlineData(GraphOptimizationLevel.ORT_ENABLE_ALL)]
    [InlineData(GraphOptimizationLevel.ORT_DISABLE_ALL)]
    public void On_200_networks_of_all_options(GraphOptimizationLevel level)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Network network = AnyNetwork.Of(seed);
            Matrix<float>[] inputs = [AnyNetwork.InputOf(network, seed, samples: 1), AnyNetwork.InputOf(network, seed, samples: 37)];
            ShouldAgree(network, OnnxRun.FileOf(network), $"network {seed}", inputs, level);
        }
    }

    [Fact]
    public void On_probabilities()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Network network = AnyNetwork.Of(seed);
            Matrix<float> input = AnyNetwork.InputOf(network, seed, samples: 37);
            using var run = new OnnxRun(OnnxRun.FileOf(network, new OnnxOptions { AppendSoftmax = true }));
            run.Session.OutputNames.Should().Equal("probabilities");
            OnnxRun.ShouldAgree(run.Predict(input), network.PredictProbabilities(input), $"network {seed}");
        }
    }

    /// <summary>What the operators do by themselves is too far off here.</summary>
    [Theory]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void On_normalized_features_far_from_zero(Normalization normalization)
    {
        Network network = Network.Create(40).WithNormalization(normalization).WithOrder(BlockOrder.PreActivation)
            .AddResidualBlock(8, block => block.WithZeroBranch(false)).AddOutput(3).Build(seed: 1);
        Matrix<float> input = NormalBatch.Of(40, 37, seed: 2).Map(value => 10_000 + value);
        for (int step = 0; step < 200; step++) network.Forward(input);
        if (normalization == Normalization.Batch)
        {
            network.FirstRunning("running_mean").Should().OnlyContain(mean => mean > 9_000);
            network.FirstRunning("running_variance").Should().OnlyContain(variance => variance < 3);
        }

        ShouldAgree(network, OnnxRun.FileOf(network), $"{normalization}", [input]);
    }

    [Fact]
    public void On_a_deep_network()
    {
        Network network = Network.Create(64).AddLayer(64)
            .AddResidualBlocks(100, block => block.WithZeroBranch(false).WithBranchFactor(BranchFactor.Fixed(0.1f))).AddOutput(10)
            .Build(seed: 3);
        ShouldAgree(network, OnnxRun.FileOf(network), "the deep network", [NormalBatch.Of(64, 37)]);
    }

    private static void ShouldAgree(
        Network network, byte[] file, string of, IEnumerable<Matrix<float>> inputs,
        GraphOptimizationLevel level = GraphOptimizationLevel.ORT_ENABLE_ALL)
    {
        using var run = new OnnxRun(file, level);
        foreach (Matrix<float> input in inputs) OnnxRun.ShouldAgree(run.Predict(input), network.Predict(input), of);
    }
}
