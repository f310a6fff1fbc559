using Google.Protobuf;

namespace ResNet.Onnx;

/// <summary>Networks as ONNX files (https://onnx.ai), which ONNX Runtime and many other programs run.</summary>
/// <remarks>
/// <para>
/// A file is of opset 17 and IR version 8 and has standard operators only. It computes what
/// <see cref="Module.Predict(MathNet.Numerics.LinearAlgebra.Matrix{float})"/> computes, all in single precision: batch norm by
/// its running statistics, no dropout, branches times their survival, inputs and outputs scaled as
/// <see cref="Network.InputStandardization"/> and <see cref="Network.TargetStandardization"/> say.
/// </para>
/// <para>
/// ONNX has activations the other way round: its input <c>inputs</c> is samples × inputs, a sample a row, and its output
/// <c>outputs</c> (<c>probabilities</c> with <see cref="OnnxOptions.AppendSoftmax"/>) is samples × outputs, for any number of
/// samples. Row by row these are the values of this library's matrices column by column, so that they need no copy.
/// </para>
/// <para>
/// Tensors and nodes have the parameters' names, such as <c>blocks.3.layers.1.weight</c> and, of the node, <c>blocks.3.layers.1</c>.
/// Names of classes are a JSON list in the file's metadata under <c>class_names</c>.
/// </para>
/// </remarks>
/// <example><code>network.ExportOnnx("clothes.onnx", new OnnxOptions { AppendSoftmax = true });</code></example>
public static class OnnxExport
{
    /// <summary>
    /// Writes the network to an ONNX file. An old file of this name is replaced once the new one is whole and on disk.
    /// </summary>
    /// <param name="network">the network; it stays as it is</param>
    /// <param name="path">where the file goes</param>
    /// <exception cref="ArgumentNullException">there is no network.</exception>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidOperationException">
    /// the network is being fitted, holds a value that is not finite or a negative running variance, has a class whose name is no
    /// Unicode text, or is larger than the 2 GB that an ONNX file holds.
    /// </exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public static void ExportOnnx(this Network network, string path) => network.ExportOnnx(path, new OnnxOptions());

    /// <summary>As <see cref="ExportOnnx(Network, string)"/>, with options.</summary>
    /// <param name="network">the network; it stays as it is</param>
    /// <param name="path">where the file goes</param>
    /// <param name="options">what the file gives</param>
    /// <exception cref="ArgumentNullException">there is no network, or there are no options.</exception>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="ExportOnnx(Network, string)"/>.</exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public static void ExportOnnx(this Network network, string path, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        AtomicFile.Write(path, stream => network.ExportOnnx(stream, options));
    }

    /// <summary>Writes the network to a stream, as <see cref="ExportOnnx(Network, string)"/> does to a file.</summary>
    /// <param name="network">the network; it stays as it is</param>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no network or no stream.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="ExportOnnx(Network, string)"/>; nothing is written then.</exception>
    public static void ExportOnnx(this Network network, Stream stream) => network.ExportOnnx(stream, new OnnxOptions());

    /// <summary>As <see cref="ExportOnnx(Network, Stream)"/>, with options.</summary>
    /// <param name="network">the network; it stays as it is</param>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <param name="options">what the file gives</param>
    /// <exception cref="ArgumentNullException">there is no network, no stream, or there are no options.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="ExportOnnx(Network, string)"/>; nothing is written then.</exception>
    public static void ExportOnnx(this Network network, Stream stream, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        OnnxModel.Of(network, options).WriteTo(stream);
    }
}
