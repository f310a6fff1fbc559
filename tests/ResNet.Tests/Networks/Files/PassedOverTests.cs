using ResNet.Tests.Training;

namespace ResNet.Tests.Networks.Files;

/// <summary>Tensors in files of others that none of the network's weights needs.</summary>
public class PassedOverTests
{
    private static readonly byte[] sound = NetworkBytes.Of(Linear(seed: 2));

    /// <summary>Every type of the format, then such as it may get.</summary>
    [Theory]
    [InlineData("F32", 4)]
    [InlineData("F64", 8)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    [InlineData("BOOL", 1)]
    [InlineData("U8", 1)]
    [InlineData("I8", 1)]
    [InlineData("F8_E4M3", 1)]
    [InlineData("F8_E5M2", 1)]
    [InlineData("I16", 2)]
    [InlineData("U16", 2)]
    [InlineData("I32", 4)]
    [InlineData("U32", 4)]
    [InlineData("I64", 8)]
    [InlineData("U64", 8)]
    [InlineData("C64", 8)]
    [InlineData("F4", 0.5)]
    [InlineData("F6_E2M3", 0.75)]
    [InlineData("I1024", 128)]
    [InlineData("", 3)]
    public void Are_passed_over_whatever_their_type_and_place(string type, double size)
    {
        foreach (int place in new[] { 0, 1, 2 })
        {
            foreach ((string shape, int count) in new[] { ("", 1), ("8", 8), ("0", 0), ("2,1,3,4", 24), ("8,5000", 40000) })
            {
                ShouldLoad(new MemoryStream(With(place, type, shape, (int)(count * size))));
            }

            ShouldLoad(new TricklingStream(With(place, type, "8", (int)(8 * size))));
        }
    }

    [Fact]
    public void A_counter_of_PyTorchs_batch_norm_is_one()
    {
        Network saved = Normalized(1), network = Normalized(2);
        byte[] file = NetworkBytes.Of(saved);
        int end = NetworkBytes.DataOf(file).Length;
        string counter = Entry("blocks.0.norms.0.num_batches_tracked", "I64", "", end, 8) + "}";
        string header = NetworkBytes.HeaderOf(file).TrimEnd();
        network.LoadWeights(new MemoryStream(NetworkBytes.Of(header[..^1] + counter, [.. NetworkBytes.DataOf(file), .. new byte[8]])));
        NetworkBytes.Of(network).Should().Equal(file);

        static Network Normalized(int seed) =>
            Network.Create(2).WithNormalization(Normalization.Batch).AddLayer(3).AddOutput(2).Build(seed);
    }

    [Fact]
    public void May_be_more_than_memory_holds()
    {
        byte[] file = With(2, "I64", "1000000,3", 24_000_000);
        Network network = Linear(seed: 1);
        network.LoadWeights(new MemoryStream(sound));
        long before = GC.GetAllocatedBytesForCurrentThread();
        network.LoadWeights(new MemoryStream(file));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000);

        // cut off, since three billion would take long: an array of them would be refused at once
        byte[] cut = NetworkBytes.Replace(
            With(2, "BF16", "3", 6), "[3],\"data_offsets\":[24,30]", "[3000000000],\"data_offsets\":[24,6000000024]");
        ShouldBeRefused(cut, "The file is cut off within 'more'.");
    }

    [Theory]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[25,32]", "'more' begins at 25, but the tensor before it ends at 24.")]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[16,24]", "'more' begins at 16, but the tensor before it ends at 24.")]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[32,24]", "'more' ends at 24, before it begins at 32.")]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[24,33]", "The file is cut off within 'more'.")]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[24,9223372036854775807]", "The file is cut off within 'more'.")]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[24,31]", "More bytes follow the last tensor.")]
    [InlineData("data_offsets\":[24,32]", "data_offsets\":[24]", "The header of 'more' lacks *")]
    [InlineData("\"I64\"", "64", "The header has Number where String should be, in 'more.dtype'.")]
    [InlineData("\"I64\"", "\"F32\"", "'more' is [] of F32, 4 bytes, but its bytes are from 24 to 32.")]
    [InlineData("\"I64\"", "\"I64\",\"dtype\":\"I64\"", "The header has 'dtype' twice, in 'more'.")]
    public void Are_refused_where_the_file_is_broken(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(With(2, "I64", "", 8), old, replacement), message);

    [Fact]
    public void Mutated_files_with_some_load_or_are_refused()
    {
        string[] types = ["F32", "I64", "X7"];
        byte[][] files = [.. types.SelectMany(type => Enumerable.Range(0, 3), (type, place) => With(place, type, "2", 8))];
        var random = new Random(1);
        Network network = Linear(seed: 1);
        int loaded = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] file = Mutation.Of(files[i % files.Length], files, random);
            try
            {
                network.LoadWeights(i % 2 == 0 ? new MemoryStream(file) : new TricklingStream(file));
                loaded++;
            }
            catch (InvalidDataException)
            {
            }
        }

        loaded.Should().BeInRange(300, 2700);
    }

    [Theory]
    [InlineData("I64", 8)]
    [InlineData("BOOL", 1)]
    [InlineData("C64", 8)]
    [InlineData("F8_E4M3", 1)]
    [InlineData("X7", 5)]
    public void Do_not_hide_one_that_is_needed(string type, int size)
    {
        string header = Entry("more", "I8", "1", 0, 1) + Entry("output.weight", "F32", "2,2", 1, 16)
            + Entry("output.bias", type, "2", 17, 2 * size);
        byte[] file = NetworkBytes.Of($"{{{header[1..]}}}", new byte[17 + 2 * size]);
        ShouldBeRefused(file, $"'output.bias' cannot be read: the number type '{type}' is not supported, only F32, F64, F16, BF16.");
        ShouldBeRefused(
            NetworkBytes.Replace(With(1, "I64", "", 8), "output.bias", "output.beta"), "The network's 'output.bias' is not in the file.");
    }

    [Fact]
    public void Are_refused_in_files_that_are_saved_whole()
    {
        foreach (string type in new[] { "F32", "I64", "X7" })
        {
            byte[] file = With(2, type, "1", type == "F32" ? 4 : 8);
            FluentActions.Invoking(() => NetworkBytes.Load(file)).Should().Throw<InvalidDataException>()
                .WithMessage("The file has 'more', but the network does not.");
            byte[] checkpoint = AnyTrainingLoop.CheckpointOf(0);
            byte[] data = NetworkBytes.DataOf(checkpoint);
            string header = NetworkBytes.HeaderOf(checkpoint).TrimEnd()[..^1] + Entry("more", type, "0", data.Length, 0) + "}";
            checkpoint = NetworkBytes.Of(header, data);
            AnyTrainingLoop.Of(0).Invoking(loop => loop.Resume(new MemoryStream(checkpoint))).Should().Throw<InvalidDataException>()
                .WithMessage("The file has 'more', but the network does not.");
        }
    }

    private static Network Linear(int seed) => Network.Create(2).AddOutput(2).Build(seed);

    private static string Entry(string name, string type, string shape, int begin, int length) =>
        $$""","{{name}}":{"dtype":"{{type}}","shape":[{{shape}}],"data_offsets":[{{begin}},{{begin + length}}]}""";

    /// <summary>The file with one tensor more: before the weight, between it and the bias, or after both.</summary>
    private static byte[] With(int place, string type, string shape, int length)
    {
        byte[] data = NetworkBytes.DataOf(sound);
        int begin = place switch { 0 => 0, 1 => 16, _ => 24 };
        string header = NetworkBytes.HeaderOf(sound).TrimEnd();
        if (place < 2) header = header.Replace("[16,24]", $"[{16 + length},{24 + length}]");
        if (place < 1) header = header.Replace("[0,16]", $"[{length},{16 + length}]");
        byte[] more = [.. Enumerable.Repeat((byte)0xFF, length)];
        header = header[..^1] + Entry("more", type, shape, begin, length) + "}";
        return NetworkBytes.Of(header, [.. data[..begin], .. more, .. data[begin..]]);
    }

    private static void ShouldLoad(Stream stream)
    {
        Network network = Linear(seed: 1);
        network.LoadWeights(stream);
        NetworkBytes.Of(network).Should().Equal(sound);
    }

    private static void ShouldBeRefused(byte[] file, string message)
    {
        Network network = Linear(seed: 1);
        byte[] before = NetworkBytes.Of(network);
        network.Invoking(network => network.LoadWeights(new MemoryStream(file)))
            .Should().Throw<InvalidDataException>().WithMessage(message);
        NetworkBytes.Of(network).Should().Equal(before);
    }
}
