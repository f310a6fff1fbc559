using System.Globalization;
using System.Text.Json;
using ResNet.Tabular;
using ResNet.Tool;

namespace ResNet.Tests.Tool;

/// <summary><c>resnet predict</c>.</summary>
public sealed class PredictCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Answers_are_the_models_to_the_bit()
    {
        string model = tool.Model(), rows = tool.With("rows.csv", "size,kind,weight", "0.5,food,1", "9.5,books,1");
        tool.Run("predict", model, rows).Should().Be(ExitCode.Done);

        TabularModel loaded = TabularModel.Load(model);
        IReadOnlyList<TabularPrediction> expected = loaded.Predict(loaded.Read(rows));
        tool.Lines[0].Should().Be("prediction,probability of no,probability of yes");
        string[][] answers = [.. tool.Lines.Skip(1).Select(line => line.Split(','))];
        answers.Select(cells => cells[0]).Should().Equal(expected.Select(row => row.Class));
        answers.SelectMany(cells => cells.Skip(1)).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))
            .Should().Equal(expected.SelectMany(row => row.Probabilities.Values));
    }

    [Fact]
    public void Rows_come_from_standard_input()
    {
        tool.Answer("size,kind,weight\n0.5,food,1\n", "predict", tool.Model(), "-").Should().Be(ExitCode.Done);
        tool.Lines.Should().HaveCount(2);
    }

    [Fact]
    public void With_json_each_row_is_an_object()
    {
        tool.Answer("size,kind,weight\n0.5,food,1\n9.5,food,1\n", "predict", tool.Model(), "-", "--json").Should().Be(ExitCode.Done);
        tool.Lines.Should().HaveCount(2).And.OnlyContain(line => JsonSerializer.Deserialize<TabularPrediction>(line)!.Class != null);
    }

    [Fact]
    public void Odd_and_unknown_cells_are_counted_and_count_as_missing()
    {
        string model = tool.Model();
        tool.Answer("size,kind,weight\nbig,food,1\n1,toys,1\nhuge,toys,1\n", "predict", model, "-").Should().Be(ExitCode.Done);
        tool.Lines.Should().HaveCount(4);
        tool.Error.ReplaceLineEndings("\n").Should().Be(
            "doubt: standard input, line 2, column 1 (size): 'big' is not a number, taken for missing; 2 such\ncells in this column\n" +
            "doubt: standard input, line 3, column 2 (kind): 'toys' is no category of the training rows; 2 such\ncells in this column\n");
    }

    [Theory]
    [InlineData("big,food,1", "column 1 (size): expected a number, but found 'big'; without --strict it counts as missing.")]
    [InlineData("1,toys,1", "column 2 (kind): 'toys' is no category of the training rows.")]
    public void Strictly_they_are_refused(string row, string message)
    {
        tool.Answer($"size,kind,weight\n{row}\n", "predict", tool.Model(), "-", "--strict").Should().Be(ExitCode.Refused);
        tool.Error.TrimEnd().Should().Be($"error: standard input, line 2, {message}");
        tool.Output.Should().BeEmpty();
    }

    [Fact]
    public void What_is_no_model_is_refused()
    {
        string rows = tool.With("rows.csv", ToolRun.Shops());
        tool.Run("predict", rows, rows).Should().Be(ExitCode.Refused);
        tool.Error.Should().Contain("rows.csv").And.Contain("not in the safetensors format");
    }
}
