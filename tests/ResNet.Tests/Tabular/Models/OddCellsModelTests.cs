using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Odd cells are missing in the rows that a model is fitted to; in later rows they are refused unless that is told.</summary>
public class OddCellsModelTests
{
    private const string Hint = "; TableOptions.OddCells can take it for missing.";

    private static readonly Table training = OneColumn.OfFile(OneColumn.Numbers(100, (10, "unknown")));
    private static readonly Table later = OneColumn.OfFile(["1.5", "unknown", null]);

    [Fact]
    public void They_are_missing_in_the_fit_and_told()
    {
        TabularModel model = Brief.Fit(training);

        model.Encoder.FeatureNames.Should().Equal("x", "x is missing", "w");
        model.Encoder.ColumnTypes["x"].Should().Be(ColumnType.Numeric);
        model.Doubts.Should().Equal("x: 99 of 100 cells are numbers; line 12 has 'unknown', which counts as missing");
    }

    [Fact]
    public void They_are_missing_also_where_none_of_the_rows_kept_for_training_has_one()
    {
        foreach (int seed in Enumerable.Range(0, 6))
        {
            TabularModel model = Brief.Fit(training, seed: seed, validation: 0.5);

            model.Doubts.Should().Equal("x: 99 of 100 cells are numbers; line 12 has 'unknown', which counts as missing");
            model.Encoder.FeatureNames.Where(name => name != "x is missing").Should().Equal("x", "w");
        }
    }

    [Fact]
    public void In_later_rows_they_are_refused_by_their_place()
    {
        TabularModel model = Brief.Fit(training);
        string message = "cars.csv, line 3, column 1 (x): expected a number, but found 'unknown'" + Hint;

        Refused(() => model.Predict(later)).Should().Be(message);
        Refused(() => model.Evaluate(later)).Should().Be(message);
        Refused(() => model.Encode(later)).Should().Be(message);
        Refused(() => model.Predict(ByHand("unknown")))
            .Should().Be("Row 1, column 1 (x): expected a number, but found 'unknown'" + Hint);
    }

    [Fact]
    public void If_that_is_told_they_are_missing_everywhere_and_after_loading_too()
    {
        TabularModel model = Brief.Fit(training, new TableOptions { OddCells = OddCells.Missing });
        TabularModel loaded = Brief.Reloaded(model);

        foreach (TabularModel one in new[] { model, loaded })
        {
            one.Predict(later)[1].Should().Be(one.Predict(later.Rows([1]))[0]);
            (one.Predict(ByHand("unknown")) with { Doubts = [] }).Should().Be(one.Predict(ByHand(null)));
            Refused(() => one.Predict(ByHand("inf"))).Should().Be("Row 1, column 1 (x): 'inf' is infinite.");
        }
    }

    [Fact]
    public void Strict_reading_refuses_them_in_the_fit()
    {
        var strict = new TableOptions { OddCells = OddCells.Refused };

        Refused(() => Brief.Fit(training, strict)).Should().Be(
            "cars.csv, line 12, column 1 (x): expected a number, but found 'unknown'" + Hint);
        TabularModel model = Brief.Fit(OneColumn.OfFile(OneColumn.Numbers(100, (10, "NA"))), strict);
        Refused(() => Brief.Reloaded(model).Predict(later)).Should().StartWith("cars.csv, line 3, column 1 (x): expected a number");
    }

    private static Dictionary<string, string?> ByHand(string? cell) => new() { ["x"] = cell, ["w"] = "0.5" };

    private static string Refused(Func<object> predict) => predict.Should().ThrowExactly<InvalidDataException>().Which.Message;
}
