using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text;

namespace ResNet.Samples;

/// <summary>
/// Answers as lines of a CSV file below the columns' names: the most probable class and the probability of each, or, where the
/// network has no names of classes, its outputs.
/// </summary>
/// <param name="output">where the lines go</param>
/// <param name="network">the network that answers</param>
internal sealed class AnswerLines(Stream output, Network network)
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

    /// <summary>Writes the answer to a sample.</summary>
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

    /// <summary>Sends what has been written.</summary>
    public void Send()
    {
        output.Write(written.WrittenSpan);
        output.Flush();
        written.ResetWrittenCount();
    }

    private void Write(ReadOnlySpan<byte> text) => written.Write(text);

    /// <summary>A name as a cell: in quotes, doubled within, where it would be read as something else.</summary>
    private static byte[] Cell(string name) =>
        Encoding.UTF8.GetBytes(name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"")}\"" : name);
}
