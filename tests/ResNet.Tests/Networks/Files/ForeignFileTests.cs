using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ResNet.Onnx;
using ResNet.Tabular;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks.Files;

/// <summary>Of a file in another format, the message says what it seems to be.</summary>
public class ForeignFileTests
{
    private const string Zip = "a zip archive, such as a PyTorch file (.pt, .pth) or a NumPy one (.npz)";
    private const string Pickle = "a Python pickle, such as an old PyTorch file (.pt, .pth)";
    private const string Hdf5 = "an HDF5 file, such as one of Keras (.h5)";
    private const string Onnx = "an ONNX model";
    private const string Json = "JSON";
    private const string Text = "text";

    [Theory]
    [InlineData("50 4B 03 04 14 00 00 00 08 00", Zip)]
    [InlineData("50 4B 03 04 00 00 08 08 00 00 00 00 00 00 00 00 00 00 00 00", Zip)] // PyTorch's
    [InlineData("50 4B 03 04 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", Zip)] // a length that a header might have
    [InlineData("50 4B 05 06 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", Zip)] // an empty one
    [InlineData("50 4B 03 04 14", Zip)] // cut off
    [InlineData("80 02 8A 0A 6C FC 9C 46 F9 20 6A A8 50 19 2E", Pickle)] // PyTorch's before 1.6
    [InlineData("80 04 95 1A 00 00 00 00 00 00 00 7D 94", Pickle)]
    [InlineData("80 04 95 04 00 00 00 00 00 00 00 8C 00 94 2E", Pickle)] // a length that a header might have
    [InlineData("80 05 7D 94 2E", Pickle)] // {}
    [InlineData("80 03 63 6E 75 6D 70 79 0A", Pickle)]
    [InlineData("08 08 12 07 70 79 74 6F 72 63 68 1A 05", Onnx)]
    [InlineData("08 0A 3A C3 01 0A 0B 0A 01 78", Onnx)] // without its maker
    [InlineData("08 07 42 04 0A 00 10 11 3A 20", Onnx)] // the operators first
    [InlineData("89 48 44 46 0D 0A 1A 0A 00 00", Hdf5)]
    [InlineData("93 4E 55 4D 50 59 01 00 76 00", "a NumPy array (.npy)")]
    [InlineData("47 47 55 46 03 00 00 00 00 00", "a GGUF model")]
    [InlineData("1F 8B 08 00 00 00 00 00 00 03", "a gzip file, to be unpacked first")]
    [InlineData("89 50 4E 47 0D 0A 1A 0A 00 00", "a PNG image")]
    [InlineData("FF D8 FF E0 00 10 4A 46 49 46", "a JPEG image")]
    public void It_is_known_by_its_first_bytes(string bytes, string kind) =>
        ShouldSeem(Convert.FromHexString(bytes.Replace(" ", "")), kind);

    [Theory]
    [InlineData("{\"weights\":[1,2,3]}", Json)]
    [InlineData("\n  [[0.5, 1.5]]", Json)]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", "HTML or XML")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a", "a pointer of Git LFS; 'git lfs pull' fetches the file")]
    [InlineData("height,width\r\n1.5,2.5\r\n", Text)]
    [InlineData("größe;länge\n1,5;2,5\n", Text)]
    [InlineData("hello", Text)]
    public void So_is_text(string text, string kind) => ShouldSeem(Encoding.UTF8.GetBytes(text), kind);

    [Fact]
    public void Text_may_be_long_and_of_letters_of_any_length()
    {
        foreach (string letters in new[] { "a", "é", "猫", "x猫", "xx猫", "😀" })
        {
            ShouldSeem(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(letters, 1000))), Text);
        }
    }

    [Fact]
    public void Real_ones_are_known()
    {
        Network network = Network.Create(2).AddLayer(3).AddOutput(2).Build(seed: 1);
        using var onnx = new MemoryStream();
        network.ExportOnnx(onnx);
        ShouldSeem(onnx.ToArray(), Onnx);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("archive/data.pkl").Open().Write(new byte[100]);
        }

        ShouldSeem(zip.ToArray(), Zip);
        using var gzip = new MemoryStream();
        using (var packed = new GZipStream(gzip, CompressionLevel.Fastest)) network.Save(packed);
        ShouldSeem(gzip.ToArray(), "a gzip file, to be unpacked first");
    }

    [Fact]
    public void Nothing_that_begins_like_one_is_more_than_refused()
    {
        string[] starts =
        [
            "", "PK\u0003\u0004", "\u0080\u0004", "\u0008\u0007", "\u0008\u0007\u0012", "\u0008\u0007\u0012\u007F", "{", "a",
        ];
        var random = new Random(1);
        Network network = Network.Create(2).AddOutput(2).Build(seed: 1);
        for (int i = 0; i < 2000; i++)
        {
            byte[] rest = new byte[random.Next(20)];
            random.NextBytes(rest);
            byte[] file = [.. Encoding.Latin1.GetBytes(starts[i % starts.Length]), .. rest];
            network.Invoking(network => network.LoadWeights(new MemoryStream(file))).Should().Throw<InvalidDataException>();
        }
    }

    [Fact]
    public void An_empty_file_is_called_so()
    {
        foreach (string message in MessagesOf([]))
        {
            message.Should().Be("The file is cut off within its first 8 bytes, the length of the header: it is empty.");
        }
    }

    [Fact]
    public void Anything_else_may_be_anything()
    {
        byte[] noise = [.. Enumerable.Repeat((byte)0xA5, 1000)];
        foreach (string message in MessagesOf(noise)) message.Should().EndWith("; this may be another type of file.");
    }

    /// <summary>Headers whose length begins as other files do.</summary>
    [Theory]
    [InlineData(0x0000_0280)] // a pickle of version 2
    [InlineData(0x0012_0808)] // ONNX and the name of its maker
    [InlineData(0x0008_8B1F)] // gzip
    [InlineData(0x003A_0A08)] // ONNX and its graph
    [InlineData(0x0403_4B50)] // zip
    [InlineData(0x0495_0480)] // a pickle of version 4
    public void A_broken_header_is_not_taken_for_another_file(int length)
    {
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, length);
        byte[] start = Encoding.UTF8.GetBytes("{\"__metadata__\":{}}");
        for (int cut = 1; cut < prefix.Length; cut++)
        {
            foreach (string message in MessagesOf(prefix[..cut])) message.Should().StartWith("The file is cut off within its first 8 ");
        }

        foreach (byte[] file in new byte[][] { prefix, [.. prefix, .. start], [.. prefix, (byte)' ', .. start] })
        {
            foreach (string message in MessagesOf(file))
            {
                message.Should().StartWith($"The header should have {length} bytes, but the file is cut off after ");
            }
        }
    }

    [Fact]
    public void A_sound_file_loads_whatever_its_length_looks_like()
    {
        Network network = Network.Create(2).AddOutput(2).Build(seed: 1);
        byte[] file = NetworkBytes.Of(network);
        string header = NetworkBytes.HeaderOf(file);
        foreach (int length in new[] { 0x0008_8B1F, 0x0012_0808, 0x003A_0A08 })
        {
            NetworkBytes.Of(NetworkBytes.Load(NetworkBytes.Of(header.PadRight(length), NetworkBytes.DataOf(file)))).Should().Equal(file);
        }
    }

    private static void ShouldSeem(byte[] file, string kind)
    {
        foreach (string message in MessagesOf(file))
        {
            message.Should().Be($"The file is not in the safetensors format; it seems to be {kind}.");
        }
    }

    /// <summary>What all say that read such files, however the bytes come.</summary>
    private static IEnumerable<string> MessagesOf(byte[] file)
    {
        Network network = Network.Create(2).AddOutput(2).Build(seed: 1);
        TrainingLoop loop = AnyTrainingLoop.Of(0);
        Action<Stream>[] readers =
        [
            stream => Network.Load(stream), network.LoadWeights, stream => TabularModel.Load(stream), loop.Resume,
            stream => _ = new NetworkFile(stream),
        ];
        foreach (Action<Stream> read in readers)
        {
            foreach (Stream stream in (Stream[])[new MemoryStream(file), new TricklingStream(file)])
            {
                yield return FluentActions.Invoking(() => read(stream)).Should().Throw<InvalidDataException>().Which.Message;
            }
        }
    }
}
