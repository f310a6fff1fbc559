using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML.OnnxRuntime;
using ResNet.Onnx;

namespace ResNet.Tests.Onnx;

/// <summary>An exported network in ONNX Runtime.</summary>
internal sealed class OnnxRun : IDisposable
{
    public OnnxRun(byte[] file, GraphOptimizationLevel level = GraphOptimizationLevel.ORT_ENABLE_ALL)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1, GraphOptimizationLevel = level, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        Session = new InferenceSession(file, options);
    }

    public InferenceSession Session { get; }

    public static byte[] FileOf(Network network, OnnxOptions? options = null)
    {
        using var stream = new MemoryStream();
        network.ExportOnnx(stream, options ?? new OnnxOptions());
        return stream.ToArray();
    }

    /// <summary>The outputs for a batch, features × samples both.</summary>
    public Matrix<float> Predict(Matrix<float> input)
    {
        using var tensor = OrtValue.CreateTensorValueFromMemory(input.ToColumnMajorArray(), [input.ColumnCount, input.RowCount]);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = Session.Run(run, ["inputs"], [tensor], [Session.OutputNames.Single()]);
        long[] shape = outputs[0].GetTensorTypeAndShape().Shape;
        shape[0].Should().Be(input.ColumnCount);
        return Matrix<float>.Build.Dense((int)shape[1], (int)shape[0], outputs[0].GetTensorDataAsSpan<float>().ToArray());
    }

    public void Dispose() => Session.Dispose();

    /// <summary>|a − b| ≤ 1e-5 · max(1, |b|), element by element.</summary>
    public static void ShouldAgree(Matrix<float> ofOnnx, Matrix<float> own, string of)
    {
        (ofOnnx.RowCount, ofOnnx.ColumnCount).Should().Be((own.RowCount, own.ColumnCount), of);
        foreach ((int i, int j, float expected) in own.EnumerateIndexed())
        {
            Math.Abs((double)ofOnnx[i, j] - expected).Should().BeLessThanOrEqualTo(
                1e-5 * Math.Max(1, Math.Abs(expected)), "output {0} of sample {1} of {2} is {3}", i, j, of, expected);
        }
    }
}
