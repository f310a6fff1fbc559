using System.Buffers.Binary;
using System.Text;

namespace ResNet.Tests.Networks.Files;

/// <summary>Files that chance or malice has changed load or are refused, at little cost.</summary>
public class MutationTests
{
    private const int Files = 3000;

    /// <summary>What loading may allocate beside a multiple of the file: chunks to read with, an exception, and what is made once.</summary>
    private const int Fixed = 200_000;

    /// <summary>Most where a header is full of short entries that make an object each, garbage included.</summary>
    private const int PerByte = 32;

    private static readonly string[] hostile =
        ["0", "-1", "1", "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "1e999", "0.5", "\"x\"", "null", "[]", "{}", "true"];

    [Fact]
    public void Mutated_files_load_or_are_refused()
    {
        Network[] networks = [.. Enumerable.Range(0, 20).Select(AnyNetwork.Of)];
        byte[][] files = [.. networks.Select(NetworkBytes.Of)];
        var random = new Random(1);
        int loaded = 0;
        for (int i = 0; i < Files; i++)
        {
            int k = random.Next(files.Length);
            byte[] file = Mutated(files[k], files, random);
            if (i % 3 == 0) file = Mutated(file, files, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                if (i % 4 == 0) networks[k].LoadWeights(new TricklingStream(file));
                else Network.Load(new MemoryStream(file));
                loaded++;
            }
            catch (InvalidDataException)
            {
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Fixed + (long)PerByte * file.Length, $"so much for file {i}");
        }

        loaded.Should().BeInRange(Files / 20, Files / 2, "else the mutations are too wild or too tame");
    }

    [Fact]
    public void A_network_of_a_billion_weights_in_a_kilobyte_costs_next_to_nothing()
    {
        byte[] file = NetworkBytes.Of(
            Describing("""{"inputs":30000,"blocks":[],"outputs":30000}""") +
            ""","output.weight":{"dtype":"F32","shape":[30000,30000],"data_offsets":[0,3600000000]},"output.bias":{"dtype":"F32","shape":[30000],"data_offsets":[3600000000,3600120000]}}""",
            new byte[1000]);
        foreach (Func<Stream> stream in (Func<Stream>[])[() => new MemoryStream(file), () => new TricklingStream(file)])
        {
            ShouldBeRefusedWithin(Fixed, stream).WithMessage("The file is cut off within 'output.weight'.");
        }
    }

    [Fact]
    public void Weights_cost_little_more_than_themselves()
    {
        byte[] file = NetworkBytes.Of(Network.Create(700).AddLayer(1500).AddOutput(2).Build());
        long before = GC.GetAllocatedBytesForCurrentThread();
        NetworkBytes.Load(file);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4L * file.Length, "arrays that grow by half their length, and the network");
    }

    /// <summary>A megabyte of one thing after the other: what is read from it must not grow far beyond it.</summary>
    [Theory]
    [InlineData("{\"a\":{\"shape\":[", "1,", "1]}}")]
    [InlineData("{", "\"#\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},", "\"a\":1}")]
    [InlineData("{", "\"#\":{},", "\"a\":1}")]
    [InlineData("{\"__metadata__\":{", "\"#\":\"\",", "\"a\":\"\"}}")]
    [InlineData("", "[", "")]
    [InlineData("network", "{'inputs':1,'outputs':1,'blocks':[", "")]
    [InlineData("network{'inputs':1,'outputs':1,'class_names':[", "'',", "''],'blocks':[]}")]
    [InlineData("network{'inputs':1,'outputs':1,'input_scaling':{'means':[", "0,", "0],'deviations':[]},'blocks':[]}")]
    [InlineData("network{'inputs':1,'outputs':1,'blocks':[", "null,", "null]}")]
    [InlineData("network{'inputs':1,'outputs':1,'blocks':[", "{'residual':false,'width':1,'layers':1,'activation':'Relu','normalization':'None'},", "null]}")]
    [InlineData("network{'inputs':1,'outputs':1,'blocks':[", "{'residual':true,'width':1,'layers':1,'activation':'Relu','normalization':'None'},", "{'residual':true,'width':1,'layers':1,'activation':'Relu','normalization':'None'}]}")]
    public void A_megabyte_of_anything_costs_a_small_multiple(string begin, string repeated, string end)
    {
        const int length = 1 << 20;
        var text = new StringBuilder(begin.Replace("network", ""));
        for (int i = 0; text.Length < length; i++) text.Append(repeated.Replace("#", i.ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
        text.Append(end);
        byte[] file = NetworkBytes.Of(begin.StartsWith("network", StringComparison.Ordinal) ? Describing(text.ToString().Replace('\'', '"')) + "}" : text.ToString());
        ShouldBeRefusedWithin(Fixed + (long)PerByte * file.Length, () => new MemoryStream(file));
    }

    private static FluentAssertions.Specialized.ExceptionAssertions<InvalidDataException> ShouldBeRefusedWithin(long bytes, Func<Stream> stream)
    {
        using Stream opened = stream();
        long before = GC.GetAllocatedBytesForCurrentThread(), allocated = 0;
        var refused = FluentActions.Invoking(() =>
        {
            try
            {
                Network.Load(opened);
            }
            finally
            {
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }).Should().Throw<InvalidDataException>();
        allocated.Should().BeLessThan(bytes);
        return refused;
    }

    /// <summary>The beginning of a header with this description of a network.</summary>
    private static string Describing(string description) =>
        $$$"""{"__metadata__":{"format_version":"1","network":"{{{description.Replace("\"", "\\\"")}}}"}""";

    private static byte[] Mutated(byte[] original, byte[][] files, Random random)
    {
        byte[] file = [.. original];
        if (file.Length < 16) return file;
        switch (random.Next(8))
        {
            case 0: return Flipped(file, 0, random);
            case 1: return file[..random.Next(file.Length)];
            case 2: return [.. file, .. new byte[random.Next(1, 9)]];
            case 3:
                ulong length = (ulong)random.NextInt64() >> random.Next(63);
                BinaryPrimitives.WriteUInt64LittleEndian(file, length);
                return file;
            case 4 when HeaderLength(file) >= 0: return NetworkBytes.Of(NetworkBytes.HeaderOf(file), NetworkBytes.DataOf(files[random.Next(files.Length)]));
            case 5 when HeaderLength(file) >= 0: return WithHostileNumber(file, random);
            default: return Flipped(file, sizeof(ulong) + Math.Max(0, HeaderLength(file)), random);
        }
    }

    /// <summary>The file with some bits turned around, from a byte on.</summary>
    private static byte[] Flipped(byte[] file, int from, Random random)
    {
        for (int flips = random.Next(1, 9); flips > 0 && from < file.Length; flips--) file[random.Next(from, file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    /// <summary>Puts something else in the place of a number of the header.</summary>
    private static byte[] WithHostileNumber(byte[] file, Random random)
    {
        string header = NetworkBytes.HeaderOf(file);
        int[] starts = [.. Enumerable.Range(1, header.Length - 1).Where(i => char.IsAsciiDigit(header[i]) && header[i - 1] is ':' or '[' or ',')];
        if (starts.Length == 0) return file;
        int start = starts[random.Next(starts.Length)], end = start;
        while (end < header.Length && char.IsAsciiDigit(header[end])) end++;
        return NetworkBytes.Of(header[..start] + hostile[random.Next(hostile.Length)] + header[end..], NetworkBytes.DataOf(file));
    }

    /// <summary>The header's length, or −1 where there is no such header in the file.</summary>
    private static int HeaderLength(byte[] file)
    {
        ulong length = file.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(file);
        return length > 1 && length <= (ulong)(file.Length - 8) ? (int)length : -1;
    }
}
