using System.Text;
using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular.Models;

/// <summary>Files that chance or malice has changed load or are refused, at little cost.</summary>
public class MutationTests
{
    private const int Files = 4000;

    /// <summary>What loading may allocate beside a multiple of the file: chunks to read with, an exception, and what is made
    /// once.</summary>
    private const int Fixed = 300_000;

    /// <summary>Most where a header is full of short entries that make an object each, garbage included.</summary>
    private const int PerByte = 48;

    [Fact]
    public void Mutated_files_load_or_are_refused()
    {
        byte[][] files =
            [.. SaveAndLoadTests.Kinds.Select(kind =>
            ModelBytes.Of(Flats.Model((TabularTask)kind[0], (CategoryEncoding)kind[1], (NumericScaling)kind[2])))];
        Table later = Flats.Create(3, seed: 5, later: true);
        var random = new Random(1);
        int loaded = 0;
        for (int i = 0; i < Files; i++)
        {
            byte[] file = Mutation.Of(files[random.Next(files.Length)], files, random);
            if (i % 3 == 0) file = Mutation.Of(file, files, random);
            TabularModel? model = null;
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                model = i % 4 == 0 ? TabularModel.Load(new TricklingStream(file)) : ModelBytes.Load(file);
                loaded++;
            }
            catch (InvalidDataException)
            {
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).Should()
                .BeLessThan(Fixed + (long)PerByte * file.Length, $"so much for file {i}");
            if (model is not null) ShouldAnswer(model, later);
        }

        loaded.Should().BeInRange(Files / 20, Files / 2, "else the mutations are too wild or too tame");
    }

    /// <summary>The features of a column would each repeat its name: a thousand times half a megabyte.</summary>
    [Fact]
    public void A_long_name_of_many_features_costs_itself_once()
    {
        TabularModel model = Flats.Model(TabularTask.Regression, CategoryEncoding.OneHot, NumericScaling.Standardize);
        string categories = string.Join(',', Enumerable.Range(0, 1000).Select(k => $"\\\"{k}\\\""));
        string column = $$$"""{\"name\":\"{{{new string('y', 500_000)}}}\",\"categorical\":{\"encoding\":\"OneHot\",""" +
            $$$"""\"categories\":[{{{categories}}}],\"has_missing\":false}},""";
        byte[] file = NetworkBytes.Replace(ModelBytes.Of(model), "\\\"columns\\\":[", "\\\"columns\\\":[" + column);
        ShouldBeRefusedWithin(20, file).WithMessage("The table gives * features, but the network takes *.");
    }

    [Theory]
    [InlineData("{'label':'','columns':[", "{'name':'#'},", "{'name':''}]}")]
    [InlineData("{'label':'','columns':[", "{'name':'#','categorical':{'encoding':'Codes','categories':[],'has_missing':true}},",
        "{'name':'x'}]}")]
    [InlineData("{'label':'','columns':[", "{'name':'#','numeric':{'median':0,'has_missing':true,'quantiles':[0]}},", "{'name':'x'}]}")]
    [InlineData("{'label':'','columns':[{'name':'a','numeric':{'median':0,'has_missing':true,'quantiles':[", "0,", "0]}}]}")]
    [InlineData("{'label':'','columns':[{'name':'a','categorical':{'encoding':'OneHot','has_missing':true,'categories':[", "'#',",
        "'x']}}]}")]
    [InlineData("{'label':'','columns':[", "null,", "null]}")]
    public void A_megabyte_of_anything_costs_a_small_multiple(string begin, string repeated, string end)
    {
        const int length = 1 << 20;
        var text = new StringBuilder(begin);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(repeated.Replace("#", i.ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
        }
        string table = text.Append(end).ToString().Replace("'", "\\\"");
        string network = """{\"inputs\":1,\"outputs\":1,\"blocks\":[]}""";
        string texts = $$"""{"kind":"TabularModel","format_version":"1","network":"{{network}}","table":"{{table}}"}""";
        ShouldBeRefusedWithin(PerByte, NetworkBytes.Of($$"""{"__metadata__":{{texts}} }"""));
    }

    /// <summary>What can be loaded answers, or says in which way it cannot.</summary>
    private static void ShouldAnswer(TabularModel model, Table table)
    {
        try
        {
            model.Predict(table).Should().HaveCount(table.RowCount);
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            // a column of another name, a number's column that is text, or a feature that is not finite
        }
    }

    private static FluentAssertions.Specialized.ExceptionAssertions<InvalidDataException> ShouldBeRefusedWithin(int perByte, byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread(), allocated = 0;
        var refused = FluentActions.Invoking(() =>
        {
            try
            {
                ModelBytes.Load(file);
            }
            finally
            {
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }).Should().ThrowExactly<InvalidDataException>();
        allocated.Should().BeLessThan(Fixed + (long)perByte * file.Length);
        return refused;
    }
}
