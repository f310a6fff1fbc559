using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text;

namespace ResNet.Samples;

/// <summary>
/// Predictions as lines of a CSV file with a header: the most probable class and the probability of each class or, if the network
/// has no class names, its outputs.
/// </summary>
/// <param name="output">where the lines are written</param>
/// <param name="network">the network</param>
internal sealed class PredictionLines(Stream output, Network network)
{
    private const int LongestNumber = 32;

    private readonly ArrayBufferWriter<byte> written = new();
    private readonly byte[][]? names = network.ClassNames?.Select(Cell).ToArray();

    public void WriteHeader()
    {
        if (names is null)
        {
            Write(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, network.Outputs).Select(number => $"output {number}"))));
        }
        else
        {
            Write("class"u8);
            foreach (byte[] name in names) Write([(byte)',', .. name]);
        }

        Write("\n"u8);
    }

    /// <summary>Writes the prediction for a sample.</summary>
    /// <param name="values">probabilities or outputs</param>
    public void Write(ReadOnlySpan<float> values)
    {
        if (names is not null)
        {
            Write(names[TensorPrimitives.IndexOfMax(values)]);
            Write(","u8);
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) Write(","u8);
            values[i].TryFormat(written.GetSpan(LongestNumber), out int length, provider: CultureInfo.InvariantCulture);
            written.Advance(length);
        }

        Write("\n"u8);
    }

    /// <summary>Flushes what has been written.</summary>
    public void Flush()
    {
        output.Write(written.WrittenSpan);
        output.Flush();
        written.ResetWrittenCount();
    }

    private void Write(ReadOnlySpan<byte> text) => written.Write(text);

    /// <summary>A name as a cell, quoted where CSV requires it.</summary>
    private static byte[] Cell(string name) =>
        Encoding.UTF8.GetBytes(name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"")}\"" : name);
}
