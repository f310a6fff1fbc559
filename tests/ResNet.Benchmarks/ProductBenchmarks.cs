using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Benchmarks;

/// <summary>
/// The products of one layer as wide as its input, for 128 samples on one thread, against those of Math.NET's managed provider.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class ProductBenchmarks
{
    private const int Samples = 128;

    private Matrix<float> weight = null!, activations = null!, delta = null!, output = null!, weightGradient = null!;

    [Params(64, 256, 1024)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        Control.UseManaged();
        Control.UseSingleThread();
        weight = Matrix<float>.Build.Random(Width, Width, seed: 1);
        activations = Matrix<float>.Build.Random(Width, Samples, seed: 2);
        delta = Matrix<float>.Build.Random(Width, Samples, seed: 3);
        output = Matrix<float>.Build.SameAs(activations);
        weightGradient = Matrix<float>.Build.SameAs(weight);
    }

    [BenchmarkCategory("W·A"), Benchmark(Baseline = true)]
    public void ForwardByMathNet() => weight.Multiply(activations, output);

    [BenchmarkCategory("W·A"), Benchmark]
    public void Forward() => Product.Forward(Values(weight), [], Values(activations), Values(output), Width, Width, Epilogue.None);

    [BenchmarkCategory("Wᵀ·Δ"), Benchmark(Baseline = true)]
    public void InputGradientByMathNet() => weight.TransposeThisAndMultiply(delta, output);

    [BenchmarkCategory("Wᵀ·Δ"), Benchmark]
    public void InputGradient() => Product.InputGradient(Values(weight), Values(delta), Values(output), Width, Width, Epilogue.None);

    [BenchmarkCategory("Δ·Aᵀ"), Benchmark(Baseline = true)]
    public void WeightGradientByMathNet() => delta.TransposeAndMultiply(activations, weightGradient);

    [BenchmarkCategory("Δ·Aᵀ"), Benchmark]
    public void WeightGradient() =>
        Product.WeightGradient(new OuterProducts(Values(delta), Values(activations), Width, Width), Values(weightGradient));

    private static float[] Values(Matrix<float> matrix) => matrix.AsColumnMajorArray();
}
