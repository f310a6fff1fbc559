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
            byte[] file = Mutation.Of(files[k], files, random);
            if (i % 3 == 0) file = Mutation.Of(file, files, random);
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
}
