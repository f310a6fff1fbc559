using System.Diagnostics;
using System.Globalization;
using System.Text;
using ResNet.Tests.Training;
using Xunit.Abstractions;

namespace ResNet.Tests.Networks.Files;

/// <summary>Files that chance or malice has changed load or are refused, at little cost.</summary>
public class MutationTests(ITestOutputHelper output)
{
    /// <summary>Files that are mutated; each is of a network with options of its own.</summary>
    private const int Files = 20;

    /// <summary>What loading may allocate beside a multiple of the file: chunks to read with, an exception, and what is made
    /// once.</summary>
    private const int Fixed = 200_000;

    /// <summary>Most where a header is full of short entries that make an object each, garbage included.</summary>
    private const int PerByte = 32;

    [Fact]
    public void Mutated_files_load_or_are_refused()
    {
        int mutations = int.Parse(Environment.GetEnvironmentVariable("RESNET_MUTATIONS") ?? "3000", CultureInfo.InvariantCulture);
        Network[] networks = [.. Enumerable.Range(0, Files).Select(AnyNetwork.Of)];
        TrainingLoop[] loops = [.. Enumerable.Range(0, Files).Select(AnyTrainingLoop.Of)];
        byte[][] files = [.. networks.Select(NetworkBytes.Of)],
            checkpoints = [.. Enumerable.Range(0, Files).Select(AnyTrainingLoop.CheckpointOf)];
        var random = new Random(1);
        var counts = new Dictionary<(string Way, bool Loaded), int>();
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < mutations; i++)
        {
            int k = random.Next(Files);
            (string way, byte[][] originals, Action<byte[]> load) = (i % 3) switch
            {
                0 => ("Load", files, (Action<byte[]>)(file => Network.Load(new MemoryStream(file)))),
                1 => ("LoadWeights", files, file => networks[k].LoadWeights(new TricklingStream(file))),
                _ => ("Resume", checkpoints, file => loops[k].Resume(new MemoryStream(file))),
            };
            byte[] file = Mutation.Of(originals[k], originals, random);
            if (random.Next(3) == 0) file = Mutation.Of(file, originals, random);
            bool loaded = LoadsWithin(Fixed + (long)PerByte * file.Length, () => load(file), $"file {i}, {way}");
            counts[(way, loaded)] = counts.GetValueOrDefault((way, loaded)) + 1;
            if (loaded && way == "Resume") loops[k] = AnyTrainingLoop.Of(k); // it has gone on from there
        }

        foreach (string way in new[] { "Load", "LoadWeights", "Resume" })
        {
            (int loaded, int refused) = (counts[(way, true)], counts[(way, false)]);
            output.WriteLine($"{way}: {loaded} loaded, {refused} refused");
            (loaded / (double)(loaded + refused)).Should().BeInRange(0.05, 0.5, "else the mutations for {0} are too wild or too tame", way);
        }

        output.WriteLine($"{mutations} files in {clock.Elapsed}");
    }

    /// <summary>Whether it loads; anything but InvalidDataException gets out.</summary>
    private static bool LoadsWithin(long bytes, Action load, string file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool loaded = true;
        try
        {
            load();
        }
        catch (InvalidDataException)
        {
            loaded = false;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated >= bytes) allocated.Should().BeLessThan(bytes, "so much for {0}", file);
        return loaded;
    }

    [Fact]
    public void A_network_of_a_billion_weights_in_a_kilobyte_costs_next_to_nothing()
    {
        byte[] file = NetworkBytes.Of(
            Describing("""{"inputs":30000,"blocks":[],"outputs":30000}""") +
            ""","output.weight":{"dtype":"F32","shape":[30000,30000],"data_offsets":[0,3600000000]}""" +
            ""","output.bias":{"dtype":"F32","shape":[30000],"data_offsets":[3600000000,3600120000]}}""",
            new byte[1000]);
        foreach (Func<Stream> stream in (Func<Stream>[])[() => new MemoryStream(file), () => new TricklingStream(file)])
        {
            ShouldBeRefusedWithin(Fixed, stream, stream => Network.Load(stream)).WithMessage("The file is cut off within 'output.weight'.");
        }
    }

    [Fact]
    public void Weights_cost_little_more_than_themselves()
    {
        byte[] file = NetworkBytes.Of(Network.Create(700).AddLayer(1500).AddOutput(2).Build());
        NetworkBytes.Load(NetworkBytes.Of(Network.Create(7).AddLayer(15).AddOutput(2).Build())); // what only a first load costs
        long before = GC.GetAllocatedBytesForCurrentThread();
        NetworkBytes.Load(file);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should()
            .BeLessThan(4L * file.Length, "arrays that grow by half their length, and the network");
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
    [InlineData("network{'inputs':1,'outputs':1,'blocks':[",
        "{'residual':false,'width':1,'layers':1,'activation':'Relu','normalization':'None'},", "null]}")]
    [InlineData("network{'inputs':1,'outputs':1,'blocks':[",
        "{'residual':true,'width':1,'layers':1,'activation':'Relu','normalization':'None'},",
        "{'residual':true,'width':1,'layers':1,'activation':'Relu','normalization':'None'}]}")]
    public void A_megabyte_of_anything_costs_a_small_multiple(string begin, string repeated, string end)
    {
        string text = Megabyte(begin.Replace("network", ""), repeated, end);
        byte[] file =
            NetworkBytes.Of(begin.StartsWith("network", StringComparison.Ordinal) ? Describing(text.Replace('\'', '"')) + "}" : text);
        ShouldBeRefusedWithin(Fixed + (long)PerByte * file.Length, () => new MemoryStream(file), stream => Network.Load(stream));
    }

    /// <summary>The same of the description of a fit.</summary>
    [Theory]
    [InlineData("'fingerprint':{", "'#':'',", "'z':''},'epochs':[]")]
    [InlineData("'fingerprint':{},'epochs':[", "null,", "null]")]
    [InlineData("'fingerprint':{},'epochs':[", "{'epoch':1,'loss':0,'error_rate':null,'validation':null,'duration':'00:00:00'},", "null]")]
    public void A_megabyte_of_a_checkpoint_costs_a_small_multiple(string begin, string repeated, string end)
    {
        string rest = ",'epochs_before':0,'optimizer_steps':0,'epoch':1,'batch':0,'loss':0,'weight':0,'wrong':null," +
            "'spent':'00:00:00','epoch_began':'00:00:00'}";
        string description = "{" + Megabyte(begin, repeated, end) + rest;
        byte[] file = NetworkBytes.Of($$$"""{"__metadata__":{"checkpoint_version":"2","fit":"{{{description.Replace("'", "\\\"")}}}"}}""");
        TrainingLoop loop = AnyTrainingLoop.Of(0);
        ShouldBeRefusedWithin(Fixed + (long)PerByte * file.Length, () => new MemoryStream(file), loop.Resume)
            .Which.Message.Should().NotContain("not as it should be", "all of it was read");
    }

    private static FluentAssertions.Specialized.ExceptionAssertions<InvalidDataException> ShouldBeRefusedWithin(
        long bytes, Func<Stream> stream, Action<Stream> load)
    {
        using Stream opened = stream();
        long before = GC.GetAllocatedBytesForCurrentThread(), allocated = 0;
        var refused = FluentActions.Invoking(() =>
        {
            try
            {
                load(opened);
            }
            finally
            {
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }).Should().Throw<InvalidDataException>();
        allocated.Should().BeLessThan(bytes);
        return refused;
    }

    /// <summary>Text of a megabyte; # counts the repetitions.</summary>
    private static string Megabyte(string begin, string repeated, string end)
    {
        const int length = 1 << 20;
        var text = new StringBuilder(begin);
        for (int i = 0; text.Length < length; i++) text.Append(repeated.Replace("#", i.ToString("x", CultureInfo.InvariantCulture)));
        return text.Append(end).ToString();
    }

    /// <summary>The beginning of a header with this description of a network.</summary>
    private static string Describing(string description) =>
        $$$"""{"__metadata__":{"format_version":"1","network":"{{{description.Replace("\"", "\\\"")}}}"}""";
}
