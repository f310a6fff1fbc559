using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Benchmarks;

/// <summary>
/// Predictions, and passes forward and backward, of ten residual blocks through the public interface on all processors,
/// against <see cref="MathNetNetwork"/>.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class PassBenchmarks
{
    private Network network = null!;
    private MathNetNetwork yardstick = null!;
    private Matrix<float> input = null!, output = null!, outputGradient = null!;

    [Params(64, 256)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var workload = new Workload(Width, Blocks: 10, Samples: 128, Trains: false);
        network = workload.CreateNetwork();
        yardstick = new MathNetNetwork(network, workload.Samples);
        input = workload.CreateBatch().Inputs;
        output = Matrix<float>.Build.Dense(network.Outputs, workload.Samples);
        outputGradient = Matrix<float>.Build.Random(network.Outputs, workload.Samples, seed: 2);
    }

    [BenchmarkCategory("prediction"), Benchmark(Baseline = true)]
    public Matrix<float> PredictByMathNet() => yardstick.Forward(input);

    [BenchmarkCategory("prediction"), Benchmark]
    public void Predict() => network.Predict(input, output);

    [BenchmarkCategory("forward and backward"), Benchmark(Baseline = true)]
    public Matrix<float> ForwardBackwardByMathNet()
    {
        yardstick.Forward(input);
        return yardstick.Backward(outputGradient);
    }

    [BenchmarkCategory("forward and backward"), Benchmark]
    public Matrix<float> ForwardBackward() => network.Forward(input).Backward(outputGradient);
}
