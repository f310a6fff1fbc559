using System.Text.Json;
using ResNet.Tabular;
using ResNet.Tool;

namespace ResNet.Tests.Tool;

/// <summary><c>resnet train</c>.</summary>
public sealed class TrainCommandTests : IDisposable
{
    private readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void A_wrong_column_in_the_test_file_is_refused_before_training()
    {
        string test = tool.With("test.csv", ToolRun.Shops("size,sort,weight,open"));
        Train("--test", test, "--save", tool["m.safetensors"]).Should().Be(ExitCode.Refused);
        tool.Error.TrimEnd().Should().Be("error: test.csv has no column 'kind'; there are size, sort, weight, open.");
        File.Exists(tool["m.safetensors"]).Should().BeFalse();
    }

    [Fact]
    public void A_test_file_is_measured_after_training()
    {
        Train("--test", tool.With("test.csv", ToolRun.Shops())).Should().Be(ExitCode.Done);
        tool.Output.Should().Contain("On 60 rows of test.csv: accuracy ").And.Contain("not saved, since there is no --save");
    }

    [Fact]
    public void A_label_is_a_number_where_the_file_has_no_names()
    {
        string rows = tool.With("rows.csv", ToolRun.Shops().Skip(1));
        tool.Run("train", rows, "--label", "4", "--ignore", "3", "--type", "2=category", "--epochs", "1", "--save", tool["m"])
            .Should().Be(ExitCode.Done, tool.Error);
        TabularModel model = TabularModel.Load(tool["m"]);
        model.Label.Should().Be("column 4");
        model.Encoder.ColumnTypes["column 3"].Should().Be(ColumnType.Ignored);
    }

    [Theory]
    [InlineData("error: --label: shops.csv has no column 'shut'; there are size, kind, weight, open.", "--label", "shut")]
    [InlineData("error: --ignore: shops.csv has no column 'x'; there are size, kind, weight, open.", "--label", "open", "--ignore", "x")]
    [InlineData("error: --type: shops.csv has no column 'x'; there are size, kind, weight, open.", "--label", "open", "--type", "x=date")]
    [InlineData("error: --weights: shops.csv has no column 'x'; there are size, kind, weight, open.", "--label", "open", "--weights", "x")]
    [InlineData("error: --type is 'kind=text', but must be COLUMN=category, =number, =date or =ignored.", "--type", "kind=text")]
    [InlineData("error: --epochs is 'few', but must be a whole number of at least 1.", "--epochs", "few")]
    [InlineData("error: --time is '5', but must be a time such as 90s, 10m or 2h.", "--time", "5")]
    [InlineData("error: --header is 'maybe', but must be yes or no.", "--header", "maybe")]
    [InlineData("error: --date-format is 'dym', but must be dmy or mdy or ymd.", "--date-format", "dym")]
    [InlineData("error: --validation is '1', but must be a number from 0 and below 1, such as 0.15.", "--validation", "1")]
    [InlineData("error: --label is missing: which column is to be predicted?")]
    [InlineData("error: There is no command or option '--lable' here; --help tells.", "--lable", "open")]
    public void A_wrong_option_is_named(string message, params string[] options)
    {
        tool.Run(["train", tool.With("shops.csv", ToolRun.Shops()), .. options]).Should().Be(ExitCode.Refused);
        tool.Error.TrimEnd().Should().Be(message);
    }

    [Fact]
    public void A_wrong_cell_is_named_with_line_and_column()
    {
        string rows = tool.With("rows.csv", ToolRun.Shops().Select((row, line) => line == 6 ? $"lots{row[3..]}" : row));
        tool.Run("train", rows, "--label", "open", "--strict").Should().Be(ExitCode.Refused);
        tool.Error.Should().StartWith("error: rows.csv, line 7, column 1 (size): expected a number, but found 'lots'");
        tool.Run("train", tool["none.csv"], "--label", "open").Should().Be(ExitCode.Refused);
        tool.Error.TrimEnd().Should().Be($"error: There is no file '{tool["none.csv"]}'.");
    }

    [Fact]
    public void Folds_give_each_row_a_prediction_by_a_model_that_has_not_seen_it()
    {
        Train("--folds", "3", "--weights", "weight", "--output", tool["out"], "--json").Should().Be(ExitCode.Done, tool.Error);
        JsonElement report = JsonDocument.Parse(tool.Output).RootElement;
        report.GetProperty("folds").GetProperty("done").GetArrayLength().Should().Be(3);
        report.TryGetProperty("epochs", out _).Should().BeFalse("only the models of the folds are trained");
        File.ReadAllText(Path.Combine(tool["out"], "metrics.json")).Trim().Should().Be(tool.Output.Trim());
        string[] predictions = File.ReadAllLines(Path.Combine(tool["out"], "predictions.csv"));
        predictions.Should().HaveCount(61).And.OnlyContain(line => line.Split(',').Length == 5);
        predictions[0].Should().Be("row,open,prediction,probability of no,probability of yes");
        predictions[1].Should().StartWith("1,no,");
    }

    [Fact]
    public void With_json_output_is_one_document_and_progress_stays_on_standard_error()
    {
        Train("--save", tool["m"], "--json", "--seed", "3", "--threads", "1", "--scaling", "quantiles", "--learning-rate", "0.01")
            .Should().Be(ExitCode.Done);
        JsonElement report = JsonDocument.Parse(tool.Output).RootElement;
        report.GetProperty("task").GetString().Should().Be("classification");
        report.GetProperty("epochs").GetInt32().Should().Be(3);
        report.GetProperty("saved").GetString().Should().Be(tool["m"]);
        tool.Error.Should().Contain("epoch 1 of 3: loss").And.NotContain("\r\r").And.NotContain("\u001b");
    }

    [Fact]
    public void Files_are_read_as_options_tell()
    {
        IEnumerable<string> lines = ToolRun.Shops().Select(row => row.Replace(',', ';').Replace(".5", ",5").Replace("books", "nil"));
        string rows = tool.With("rows.csv", lines);
        string[] told = ["--separator", ";", "--decimal", ",", "--missing", "nil", "--header", "yes", "--encoding", "windows-1252"];
        tool.Run(["describe", rows, "--json", .. told]).Should().Be(ExitCode.Done, tool.Error);
        JsonElement columns = JsonDocument.Parse(tool.Output).RootElement.GetProperty("columns");
        columns[0].GetProperty("greatest").GetDouble().Should().Be(9.5);
        columns[1].GetProperty("missing").GetDouble().Should().BeApproximately(2 / 3.0, 1e-9);
    }

    [Theory]
    [InlineData("size,kind\n1,'a, b'\n2,c\n", "size kind", "--quote", "'")]
    [InlineData("made 2024, by hand\nsize,kind\n1,a\n2,b\n", "size kind", "--lines-above", "1")]
    [InlineData("#one\nsize,kind\n1,a\n#two\n2,b\n", "size kind", "--comment", "#")]
    [InlineData("1,a\n2,b\n", "width sort", "--names", "width,sort")]
    public void Files_that_say_less_are_read_as_options_tell(string text, string names, params string[] options)
    {
        string rows = tool.With("rows.csv", text.TrimEnd().Split('\n'));
        tool.Run(["describe", rows, "--json", .. options]).Should().Be(ExitCode.Done, tool.Error);
        JsonElement report = JsonDocument.Parse(tool.Output).RootElement;
        report.GetProperty("rows").GetInt32().Should().Be(2);
        report.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).Should()
            .Equal(names.Split(' '));
    }

    [Theory]
    [InlineData("dmy", "2024-03-01")]
    [InlineData("mdy", "2024-01-03")]
    public void The_order_of_dates_is_told(string order, string first)
    {
        string rows = tool.With("rows.csv", "when,size", "01/03/2024,1", "04/05/2024,2", "06/07/2024,3");
        tool.Run("describe", rows, "--date-format", order).Should().Be(ExitCode.Done, tool.Error);
        tool.Output.Should().MatchRegex($"when +date .*{first}");
    }

    [Fact]
    public void Odd_cells_are_missing_in_training_and_refused_later_where_a_program_does_not_say_otherwise()
    {
        string rows = tool.With("rows.csv", ToolRun.Shops().Select((row, line) => line == 6 ? $"lots{row[3..]}" : row));
        tool.Run("train", rows, "--label", "open", "--epochs", "1", "--save", tool["m"]).Should().Be(ExitCode.Done, tool.Error);
        tool.Error.Should().Contain("doubt: size: 59 of 60 cells are numbers; line 7 has 'lots', which counts as missing");

        var model = TabularModel.Load(tool["m"]);
        FluentActions.Invoking(() => model.Predict(model.Read(rows))).Should().ThrowExactly<InvalidDataException>();
        model.With(OddCells.Missing).Predict(model.Read(rows)).Should().HaveCount(60);
        model.With(OddCells.Missing).Encoder.ColumnTypes.Should().Equal(model.Encoder.ColumnTypes);
    }

    [Fact]
    public void A_time_limit_ends_training()
    {
        string rows = tool.With("shops.csv", ToolRun.Shops());
        tool.Run("train", rows, "--label", "open", "--epochs", "1000000", "--validation", "0", "--time", "1s").Should().Be(ExitCode.Done);
        tool.Output.Should().Contain("The time of --time was up after");
    }

    private ExitCode Train(params string[] options) =>
        tool.Run(["train", tool.With("shops.csv", ToolRun.Shops()), "--label", "open", "--epochs", "3", .. options]);
}
