using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ResNet.Tests.House;
using ResNet.Tool;

namespace ResNet.Tests.Tool;

/// <summary>The other commands, and what all have in common.</summary>
public sealed partial class ModelCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Labelled_rows_are_measured()
    {
        tool.Run("evaluate", tool.Model(), tool["shops.csv"], "--json", "--weights", "weight").Should().Be(ExitCode.Done);
        JsonElement measured = JsonDocument.Parse(tool.Output).RootElement;
        measured.GetProperty("rows").GetInt32().Should().Be(60);
        measured.GetProperty("metrics").GetProperty("accuracy").GetDouble().Should().BeInRange(0, 1);
        tool.Run("evaluate", tool["m.safetensors"], tool["shops.csv"]).Should().Be(ExitCode.Done);
        tool.Lines[0].Should().StartWith("On 60 rows of shops.csv: accuracy ");
        tool.Lines[1].Should().MatchRegex("^label +no +yes +precision");
    }

    [Fact]
    public void Every_column_has_an_importance()
    {
        tool.Run("importance", tool.Model(), tool["shops.csv"], "--json", "--repeats", "2", "--seed", "1").Should().Be(ExitCode.Done);
        JsonDocument.Parse(tool.Output).RootElement.GetProperty("columns").EnumerateArray()
            .Select(column => column.GetProperty("column").GetString()).Should().BeEquivalentTo("size", "kind", "weight");
    }

    [Fact]
    public void An_exported_network_comes_with_its_features()
    {
        tool.Run("export", tool.Model(), tool["m.onnx"], "--json").Should().Be(ExitCode.Done);
        new FileInfo(tool["m.onnx"]).Length.Should().BePositive();
        JsonDocument.Parse(tool.Output).RootElement.GetProperty("features").EnumerateArray()
            .Select(feature => feature.GetProperty("feature").GetString()).Should().Equal("size", "kind=books", "kind=food", "weight");
    }

    [Fact]
    public void A_description_has_columns_and_doubts()
    {
        tool.Run("describe", tool.With("shops.csv", ToolRun.Shops()), "--label", "open").Should().Be(ExitCode.Done);
        tool.Lines[0].Should().Be("60 rows of 4 columns");
    }

    [Fact]
    public void The_version_is_the_packages()
    {
        tool.Run("--version").Should().Be(ExitCode.Done);
        tool.Output.TrimEnd().Should().Be(
            typeof(ToolCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion)
            .And.NotContain("+");
    }

    [Fact]
    public void What_the_library_calls_an_option_has_a_name_on_the_command_line()
    {
        string[] named =
        [
            .. Repository.Sources().Where(file => file.Path.StartsWith("ResNet.Tabular", StringComparison.Ordinal))
                .SelectMany(file => NamedOption().Matches(file.Text))
                .Select(match => $"{match.Groups[1].Value}.{match.Groups[2].Value}").Distinct(),
        ];
        named.Should().Contain("CsvOptions.Separator");
        named.Where(name => OptionNames.In($"{name} can take it for missing").Contains(name)).Should().BeEmpty();
    }

    [GeneratedRegex(@"nameof\((CsvOptions|TableOptions|ColumnType)\)\}\.\{nameof\(\w+\.(\w+)\)")]
    private static partial Regex NamedOption();
}
