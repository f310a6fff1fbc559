using System.Text.Json;
using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular.Models;

/// <summary>A model that is saved is loaded as it was.</summary>
public sealed class SaveAndLoadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(folder, "flats.safetensors");

    public static TheoryData<TabularTask, CategoryEncoding, NumericScaling> Kinds
    {
        get
        {
            var kinds = new TheoryData<TabularTask, CategoryEncoding, NumericScaling>();
            foreach (TabularTask task in Enum.GetValues<TabularTask>())
            {
                foreach (CategoryEncoding categories in Enum.GetValues<CategoryEncoding>())
                {
                    foreach (NumericScaling scaling in Enum.GetValues<NumericScaling>()) kinds.Add(task, categories, scaling);
                }
            }

            return kinds;
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_loaded_model_is_the_same_in_all_it_does(TabularTask task, CategoryEncoding categories, NumericScaling scaling)
    {
        TabularModel model = Flats.Model(task, categories, scaling);
        model.Save(File);
        var loaded = TabularModel.Load(File);

        loaded.Task.Should().Be(task);
        loaded.Label.Should().Be(model.Label);
        loaded.Classes.Should().Equal(model.Classes);
        loaded.Encoder.FeatureNames.Should().Equal(model.Encoder.FeatureNames);
        loaded.Encoder.ColumnTypes.Should().Equal(model.Encoder.ColumnTypes).And.ContainValue(ColumnType.Ignored);
        loaded.Encoder.Codes.Should().Equal(model.Encoder.Codes);
        loaded.History.Should().BeNull();
        foreach (bool later in new[] { false, true })
        {
            Table table = Flats.Create(50, seed: 2, later);
            loaded.Encoder.Encode(table).Equals(model.Encoder.Encode(table)).Should().BeTrue("of the same features");
            Answers(loaded, table).Should().Equal(Answers(model, table));
        }

        ModelBytes.Of(loaded).Should().Equal(System.IO.File.ReadAllBytes(File));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1200)]
    public void Columns_with_few_and_with_many_values_are_kept(int rows)
    {
        var table = new Table(
            ["x", "y"], Enumerable.Range(0, rows + 1).Select(row => new[] { row == 0 ? null : $"{row * row}", row % 2 == 0 ? "a" : "b" }));
        var options = new TabularOptions
        {
            Columns = new TableOptions { Scaling = NumericScaling.QuantileNormal },
            Validation = 0,
            Network = builder => builder.AddLayer(2),
            Training = training => training with { Epochs = 1 },
        };
        var model = TabularModel.Fit(table, "y", options);
        Answers(ModelBytes.Load(ModelBytes.Of(model)), table).Should().Equal(Answers(model, table));
    }

    [Fact]
    public void The_file_is_a_network_s_with_a_table_beside_it()
    {
        TabularModel model = Flats.Model(TabularTask.Classification, CategoryEncoding.OneHot, NumericScaling.Standardize);
        JsonElement texts = JsonDocument.Parse(NetworkBytes.HeaderOf(ModelBytes.Of(model))).RootElement.GetProperty("__metadata__");

        texts.GetProperty("format_version").GetString().Should().Be("1");
        texts.GetProperty("library_version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        texts.GetProperty("kind").GetString().Should().Be("TabularModel");
        JsonDocument.Parse(texts.GetProperty("network").GetString()!).RootElement.GetProperty("class_names").EnumerateArray()
            .Select(name => name.GetString()).Should().Equal(model.Classes);
        JsonElement table = JsonDocument.Parse(texts.GetProperty("table").GetString()!).RootElement;
        table.GetProperty("label").GetString().Should().Be(model.Label);
        table.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).Should()
            .Equal(model.Encoder.ColumnTypes.Keys);
        table.GetProperty("columns")[3].GetRawText().Should().Be("""{"name":"nothing"}""");
    }

    [Fact]
    public void The_weights_load_into_a_network_of_their_own()
    {
        TabularModel model = Flats.Model(TabularTask.Regression, CategoryEncoding.OneHot, NumericScaling.Standardize);
        Network twin = Network.Create(model.Network.Inputs).AddTabularBlocks(count: 1, width: 6).AddOutput(1).Build(seed: 9);
        twin.LoadWeights(new MemoryStream(ModelBytes.Of(model)));

        twin.Parameters.Select(parameter => parameter.Value).Should().Equal(model.Network.Parameters.Select(parameter => parameter.Value));
    }

    [Fact]
    public void A_stream_that_cannot_seek_and_gives_a_byte_at_a_time_is_read_too()
    {
        TabularModel model = Flats.Model(TabularTask.Regression, CategoryEncoding.Codes, NumericScaling.Standardize);
        using var stream = new TricklingStream(ModelBytes.Of(model));
        Table table = Flats.Create(5, seed: 3);
        Answers(TabularModel.Load(stream), table).Should().Equal(Answers(model, table));
    }

    [Theory]
    [InlineData("a", "~", "x")]
    [InlineData("a", "b", "~x")]
    public void Names_that_are_no_text_are_refused(string category, string column, string label)
    {
        static string Broken(string name) => name.Replace('~', '\ud800'); // attributes cannot hold it
        var table = new Table(
            [Broken(column), Broken(label)],
            Enumerable.Range(0, 20).Select(row => new[] { row % 2 == 0 ? Broken(category) : "c", $"{row % 3}" }));
        var model = TabularModel.Fit(table, Broken(label), new TabularOptions { Training = training => training with { Epochs = 1 } });
        model.Invoking(named => named.Save(File)).Should().ThrowExactly<InvalidOperationException>()
            .WithMessage("A column or category has a name that is not valid Unicode text: *");
        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_to_save_to_or_load_from_is_refused()
    {
        TabularModel model = Flats.Model(TabularTask.Regression, CategoryEncoding.Codes, NumericScaling.Standardize);
        model.Invoking(whole => whole.Save((string)null!)).Should().ThrowExactly<ArgumentNullException>();
        model.Invoking(whole => whole.Save("")).Should().ThrowExactly<ArgumentException>();
        model.Invoking(whole => whole.Save((Stream)null!)).Should().ThrowExactly<ArgumentNullException>();
        FluentActions.Invoking(() => TabularModel.Load((string)null!)).Should().ThrowExactly<ArgumentNullException>();
        FluentActions.Invoking(() => TabularModel.Load("")).Should().ThrowExactly<ArgumentException>();
        FluentActions.Invoking(() => TabularModel.Load((Stream)null!)).Should().ThrowExactly<ArgumentNullException>();
        FluentActions.Invoking(() => TabularModel.Load(File)).Should().ThrowExactly<FileNotFoundException>();
        System.IO.File.WriteAllText(File, "no model");
        FluentActions.Invoking(() => TabularModel.Load(File)).Should().ThrowExactly<InvalidDataException>().WithMessage($"'{File}': *");
    }

    private static IEnumerable<int> Answers(TabularModel model, Table table) =>
        model.Predict(table).SelectMany(answer => answer.Probabilities.Values.Append(answer.Value ?? 0))
            .Select(BitConverter.SingleToInt32Bits);
}
