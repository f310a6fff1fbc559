namespace ResNet.Onnx;

/// <summary>What an ONNX file gives.</summary>
/// <example><code>network.ExportOnnx("clothes.onnx", new OnnxOptions { AppendSoftmax = true });</code></example>
public sealed record OnnxOptions
{
    /// <summary>
    /// Whether the file ends with softmax, so that it gives what <see
    /// cref="Network.PredictProbabilities(MathNet.Numerics.LinearAlgebra.Matrix{float})"/> gives instead of what
    /// <see cref="Module.Predict(MathNet.Numerics.LinearAlgebra.Matrix{float})"/> gives: softmax(z) of a network's output z, or,
    /// with a single output, σ(z), the probability of class 1. False by default.
    /// </summary>
    public bool AppendSoftmax { get; init; }
}
