using ResNet.Tabular;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Tabular.Models;

/// <summary>Files that are no models, and what is said of them.</summary>
public class FileRefusalTests
{
    private const string Size = "\"median\":2,\"has_missing\":true,";
    private const string Standardization = "\"standardization\":{\"mean\":2,\"deviation\":1}";

    private static readonly byte[] sound = ModelBytes.Of(Sound(CategoryEncoding.OneHot));
    private static readonly byte[] withCodes = ModelBytes.Of(Sound(CategoryEncoding.Codes));

    [Theory]
    [InlineData("{\"label\":\"y\",", "{", "The description of the table is not as it should be: *label*")]
    [InlineData("{\"label\":\"y\",", "{\"label\":\"y\",\"label\":\"y\",", "The description of the table is not as it should be: *")]
    [InlineData("{\"label\":\"y\",", "{\"label\":\"y\",\"more\":1,", "The description of the table is not as it should be: *more*")]
    [InlineData("{\"label\":\"y\",", "{\"label\":null,", "The description of the table is not as it should be: *")]
    [InlineData("{\"label\":\"y\",", "{\"label\":\"size\",",
        "The table's column 'size' is not as it should be: There is another column of this name.")]
    [InlineData("\"name\":\"kind\"", "\"name\":\"size\"",
        "The table's column 'size' is not as it should be: There is another column of this name.")]
    [InlineData("\"name\":\"kind\"", "\"name\":null", "The description of the table is not as it should be: *")]
    [InlineData("\"columns\":[", "\"columns\":[null,", "One of the table's columns is null.")]
    [InlineData("{\"name\":\"kind\",", "{\"name\":\"new\"},{\"name\":\"new\"},{\"name\":\"kind\",",
        "The table's column 'new' is not as it should be: There is another column of this name.")]
    [InlineData(Size, "\"median\":1e39,\"has_missing\":true,",
        "The table's column 'size' is not as it should be: The median is out of range.")]
    [InlineData(Size, "\"median\":1e999,\"has_missing\":true,",
        "The table's column 'size' is not as it should be: The median is out of range.")]
    [InlineData(Size, "\"median\":\"NaN\",\"has_missing\":true,", "The description of the table is not as it should be: *")]
    [InlineData(Size, "\"median\":NaN,\"has_missing\":true,", "The description of the table is not as it should be: *")]
    [InlineData(Size, "\"has_missing\":true,", "The description of the table is not as it should be: *median*")]
    [InlineData(Size, "\"median\":2,", "The description of the table is not as it should be: *has_missing*")]
    [InlineData(Size, "\"median\":2,\"has_missing\":false,", "The table gives 4 features, but the network takes 5.")]
    [InlineData(Standardization, "\"standardization\":{\"mean\":-1e300,\"deviation\":1}",
        "*'size'*The mean or the standard deviation is out of range.")]
    [InlineData(Standardization, "\"standardization\":{\"mean\":2,\"deviation\":-1}",
        "*'size'*The mean or the standard deviation is out of range.")]
    [InlineData(Standardization, "\"standardization\":{\"mean\":2,\"deviation\":1e999}",
        "*'size'*The mean or the standard deviation is out of range.")]
    [InlineData(Standardization, "\"standardization\":{\"mean\":2}", "The description of the table is not as it should be: *deviation*")]
    [InlineData(Standardization, "\"standardization\":null", "*'size'*Expected either a standardization or quantiles.")]
    [InlineData(Standardization, Standardization + ",\"quantiles\":[1,2]", "*'size'*Expected either a standardization or quantiles.")]
    [InlineData(Standardization, "\"quantiles\":[]", "*'size'*Expected 1 to 1000 finite quantiles in ascending order.")]
    [InlineData(Standardization, "\"quantiles\":[2,1]", "*'size'*Expected 1 to 1000 finite quantiles in ascending order.")]
    [InlineData(Standardization, "\"quantiles\":[1,2,1e999]", "*'size'*Expected 1 to 1000 finite quantiles in ascending order.")]
    [InlineData(Standardization, "\"quantiles\":[1,null]", "The description of the table is not as it should be: *")]
    [InlineData("\"categorical\":{", "\"numeric\":{\"median\":2,\"has_missing\":true},\"categorical\":{",
        "*'kind'*It is either numeric, categorical or a date, not several.")]
    [InlineData("\"OneHot\"", "\"onehot\"", "*'kind'*There is no CategoryEncoding 'onehot'.")]
    [InlineData("\"OneHot\"", "\"0\"", "*'kind'*There is no CategoryEncoding '0'.")]
    [InlineData("\"OneHot\"", "null", "The description of the table is not as it should be: *")]
    [InlineData("\"OneHot\"", "\"Codes\"", "The table gives 3 features, but the network takes 5.")]
    [InlineData("[\"a\",\"b\"]", "[\"a\",\"b\",\"c\"]", "The table gives 6 features, but the network takes 5.")]
    [InlineData("[\"a\",\"b\"]", "[\"a\",\"a\"]", "*'kind'*Expected one or more categories, all different.")]
    [InlineData("[\"a\",\"b\"]", "[\"a\",null]", "*'kind'*One of the categories is null.")]
    [InlineData("[\"a\",\"b\"],\"has_missing\":true", "[],\"has_missing\":false",
        "*'kind'*Expected one or more categories, all different.")]
    [InlineData("[\"a\",\"b\"]", "null", "The description of the table is not as it should be: *")]
    [InlineData("\"outputs\":2,\"class_names\":[\"no\",\"yes\"]", "\"outputs\":2",
        "The network has 2 outputs, which are neither one number nor classes with names.")]
    public void A_wrong_description_is_refused(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(sound, Escaped(old), Escaped(replacement)), message);

    [Fact]
    public void Too_much_is_refused()
    {
        string many = string.Join(',', Enumerable.Range(0, 1001).Select(k => $"\"{k}\"")),
            ascending = string.Join(',', Enumerable.Range(0, 1001));
        ShouldBeRefused(
            NetworkBytes.Replace(sound, Escaped("[\"a\",\"b\"]"), Escaped($"[{many}]")),
            "*'kind'*1002 categories are too many for one-hot encoding, at most 1000.");
        ShouldBeRefused(
            NetworkBytes.Replace(sound, Escaped(Standardization), Escaped($"\"quantiles\":[{ascending}]")), "*'size'*Expected 1 to 1000 *");
    }

    [Fact]
    public void A_table_without_columns_is_refused()
    {
        string header = NetworkBytes.HeaderOf(sound);
        int first = header.IndexOf(Escaped("\"columns\":["), StringComparison.Ordinal) + Escaped("\"columns\":[").Length;
        string columns = header[first..header.IndexOf("]}\",\"format", first, StringComparison.Ordinal)];
        ShouldBeRefused(NetworkBytes.Replace(sound, columns, ""), "The table has no column to learn from.");
        ShouldBeRefused(NetworkBytes.Replace(sound, columns, Escaped("{\"name\":\"size\"}")), "The table has no column to learn from.");
    }

    [Theory]
    [InlineData("\"categories\":[\"a\",\"b\"]", "\"categories\":[\"a\",\"b\",\"c\"]",
        "The network has no embeddings for the 5 codes of column 'kind'.")]
    [InlineData("\"feature\":2", "\"feature\":1", "The network has no embeddings for the 4 codes of column 'kind'.")]
    public void Codes_that_the_network_does_not_look_up_are_refused(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(withCodes, Escaped(old), Escaped(replacement)), message);

    [Theory]
    [InlineData("\"kind\":\"TabularModel\"", "\"kind\":\"Forest\"", "The file holds a Forest, not a TabularModel.")]
    [InlineData("\"table\":\"", "\"tables\":\"", "The file does not describe the TabularModel's table.")]
    [InlineData("\"network\":\"", "\"networks\":\"", "The file does not describe a network; *")]
    [InlineData("\"format_version\":\"1\"", "\"format_version\":\"2\"",
        "The file has version '2' of the format, but this library reads version 1.")]
    public void A_wrong_file_is_refused(string old, string replacement, string message) =>
        ShouldBeRefused(NetworkBytes.Replace(sound, old, replacement), message);

    [Fact]
    public void A_network_is_no_model_and_a_model_no_network()
    {
        ShouldBeRefused(
            NetworkBytes.Of(AnyNetwork.Of(seed: 1)), "The file holds a network alone, not a TabularModel; load it with Network.Load.");
        FluentActions.Invoking(() => NetworkBytes.Load(sound)).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("The file holds a TabularModel, of which a network is only a part; load it with TabularModel.Load.");
        ShouldBeRefused(NetworkBytes.Of("{}"), "The file does not describe a network; *");
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < sound.Length; length++) ShouldBeRefused(sound[..length], "*cut off*");
    }

    private static TabularModel Sound(CategoryEncoding categories)
    {
        string?[][] rows = [["1", "a", "no"], ["3", "b", "yes"], [null, null, "no"]];
        return TabularModel.Fit(new Table(["size", "kind", "y"], rows), "y", new TabularOptions
        {
            Columns = new TableOptions { CategoryEncoding = categories },
            Validation = 0,
            Network = builder => builder.AddLayer(3),
            Training = training => training with { Epochs = 1 },
        });
    }

    private static string Escaped(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal);

    private static void ShouldBeRefused(byte[] file, string message) =>
        FluentActions.Invoking(() => ModelBytes.Load(file)).Should().ThrowExactly<InvalidDataException>().WithMessage(message);
}
