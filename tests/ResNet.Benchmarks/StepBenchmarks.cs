using BenchmarkDotNet.Attributes;

namespace ResNet.Benchmarks;

/// <summary>A training step of ten residual blocks on all processors, against <see cref="MathNetNetwork"/>.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private Action step = null!;
    private MathNetNetwork yardstick = null!;
    private Dataset batch = null!;

    [Params(64, 256)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var workload = new Workload(Width, Blocks: 10, Samples: 128, Trains: true);
        step = workload.Prepare(Environment.ProcessorCount);
        yardstick = new MathNetNetwork(workload.CreateNetwork(), workload.Samples);
        batch = workload.CreateBatch();
    }

    [Benchmark(Baseline = true)]
    public double StepByMathNet() => yardstick.Step(batch, Workload.LearningRate, Workload.Momentum);

    [Benchmark]
    public void Step() => step();
}
