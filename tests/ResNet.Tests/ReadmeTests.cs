using System.Buffers.Binary;
using System.IO.Compression;
using ResNet.Tests.Kernels;
using ResNet.Tests.Training;

namespace ResNet.Tests;

/// <summary>What the README shows compiles, runs and is what stands in the tests.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_quick_start_of_the_README_is_the_one_that_is_tested()
    {
        string readme = Between(ReadOutput("README.md"), "```csharp", "```");
        string source = Between(ReadOutput("QuickStart.cs.txt"), "// quick start", "// end");
        Lines(readme).Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).Should().Equal(Lines(source));
        Lines(readme).Take(2).Should().Equal("using MathNet.Numerics.LinearAlgebra;", "using ResNet;");
    }

    [Fact]
    public void The_quick_start_runs()
    {
        Directory.CreateDirectory("data/fashion-mnist");
        var random = new Random(1);
        byte[] labels = [.. Enumerable.Range(0, 60).Select(i => (byte)(i % 10))];
        byte[] pixels = [.. Enumerable.Range(0, 60 * 784).Select(i => (byte)(random.Next(100) + labels[i / 784] * 15))];
        WriteIdx("data/fashion-mnist/train-images-idx3-ubyte.gz", [60, 28, 28], pixels);
        WriteIdx("data/fashion-mnist/train-labels-idx1-ubyte.gz", [60], labels);

        (Network network, TrainingHistory history, var logits) = QuickStart.Run();

        network.Depth.Should().Be(1 + 100 + 2 + 2 + 1);
        history.Epochs.Should().HaveCount(10);
        history.Epochs[^1].Loss.Should().BeLessThan(history.Epochs[0].Loss);
        logits.RowCount.Should().Be(10);
        logits.ColumnCount.Should().Be(60);
    }

    [Fact]
    public void The_table_code_of_the_README_is_the_one_that_is_tested_and_runs()
    {
        string readme = Between(ReadOutput("README.md").Split("## Tables")[1], "```csharp", "```");
        Lines(readme).Should().Equal(Lines(Between(ReadOutput("QuickStart.cs.txt"), "// tables", "// end")));

        string[] rows = [.. Enumerable.Range(0, 60).Select(i => $"{20 + i},{(i % 3 == 0 ? "clerk" : "smith")},{(i > 30 ? "high" : "low")}")];
        foreach (string file in new[] { "train.csv", "test.csv" }) File.WriteAllLines(file, ["age,job,income", .. rows]);
        QuickStart.RunTables().Classes.Should().Equal("high", "low");
    }

    [Fact]
    public void The_checkpoint_code_of_the_README_is_the_one_that_is_tested_and_runs()
    {
        string readme = Between(ReadOutput("README.md").Split("## Stopping and resuming")[1], "```csharp", "```");
        Lines(readme).Should().Equal(Lines(Between(ReadOutput("QuickStart.cs.txt"), "// checkpoints", "// end")));

        if (Directory.Exists("checkpoints")) Directory.Delete("checkpoints", recursive: true);
        Network first = Build(), again = Build();
        QuickStart.RunCheckpoints(first, HalvesData.Of(50)).Epochs.Should().HaveCount(20);
        QuickStart.RunCheckpoints(again, HalvesData.Of(50)).Epochs.Should().HaveCount(20);
        Bits.Of(again).Should().Equal(Bits.Of(first));

        static Network Build() => Network.Create(3).AddLayer(4).AddOutput(2).Build();
    }

    private static string ReadOutput(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));

    private static string Between(string text, string begin, string end)
    {
        int first = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[first..text.IndexOf(end, first, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static void WriteIdx(string path, int[] sizes, byte[] values)
    {
        using var gzip = new GZipStream(File.Create(path), CompressionMode.Compress);
        gzip.Write([0, 0, 8, (byte)sizes.Length]);
        Span<byte> size = stackalloc byte[4];
        foreach (int length in sizes)
        {
            BinaryPrimitives.WriteInt32BigEndian(size, length);
            gzip.Write(size);
        }

        gzip.Write(values);
    }
}
