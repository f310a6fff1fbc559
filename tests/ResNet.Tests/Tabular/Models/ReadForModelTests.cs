using MathNet.Numerics.LinearAlgebra;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A model reads its files by what its columns are, and never guesses anew.</summary>
public class ReadForModelTests
{
    /// <summary>Of decimal commas, percent, money with thousands, dates with the day first, and a mark of the user's.</summary>
    private static readonly Table training = CsvText.Read(
        "size;share;price;day;fuel;y\n" + string.Concat(Enumerable.Range(0, 60).Select(row =>
            $"{(row == 5 ? "k.A." : $"{row},5")};{row % 9},5 %;{row + 1}.250,75 €;{row % 28 + 1}.01.2024;" +
            $"{(row % 3 == 0 ? "gas" : row % 3 == 1 ? "oil" : "k.A.")};{row % 2}\n")),
        new CsvOptions { MissingTexts = ["k.A."] });

    private static readonly TabularModel model = Brief.Fit(training);
    private static readonly TabularModel loaded = Brief.Reloaded(model);

    [Fact]
    public void What_the_training_file_was_taken_for() => model.Encoder.ColumnTypes.Should().Equal(new Dictionary<string, ColumnType>
    {
        ["size"] = ColumnType.Numeric,
        ["share"] = ColumnType.Numeric,
        ["price"] = ColumnType.Numeric,
        ["day"] = ColumnType.Date,
        ["fuel"] = ColumnType.Categorical,
    });

    [Fact]
    public void Cells_that_could_be_otherwise_are_read_as_the_model_knows_them()
    {
        // alone, 1,500 and 1.250 would be ambiguous, 02.01.2024 too, and k.A. a category
        const string text = "day;price;size;share;fuel\n02.01.2024;1.250 €;1,500;4,500 %;k.A.\n";
        Table same = CsvText.Read(
            "day;price;size;share;fuel\n2.1.2024;1250,00 €;1,5;4,5 %;k.A.\n",
            new CsvOptions { MissingTexts = ["k.A."], DecimalMark = ',' });

        foreach (TabularModel one in new[] { model, loaded })
        {
            Features(one, one.ReadText(text)).Should().Equal(Features(model, same));
            one.ReadText(text).RowCount.Should().Be(1);
        }
    }

    [Fact]
    public void The_label_may_be_there_or_not_and_columns_stand_in_any_order()
    {
        Table with = loaded.ReadText("y;fuel;day;price;share;size\n1;gas;31.01.2024;1.250,75 €;5 %;7,5\n");
        Table without = loaded.ReadText("size,share,price,day,fuel\n\"7,5\",5 %,\"1.250,75 €\",31.01.2024,gas\n");

        loaded.Predict(with).Should().Equal(loaded.Predict(without));
        loaded.Evaluate(with)["accuracy"].Should().BeOneOf(0, 1);
    }

    [Fact]
    public void A_mark_of_the_training_file_is_a_missing_value_in_later_ones_and_others_may_be_added()
    {
        Table later = loaded.ReadText(
            "size;share;price;day;fuel\nK.A.;;NULL;-;k.a.\n;;;;\n;NA;;-;NULL\n", new CsvOptions { MissingTexts = ["-"] });

        later.RowCount.Should().Be(2, "a row of nothing but separators is left out");
        loaded.Predict(later)[0].Should().Be(loaded.Predict(later)[1]);
    }

    [Fact]
    public void A_row_by_hand_is_invariant_first_and_then_as_the_model_knows_it()
    {
        foreach (TabularModel one in new[] { model, loaded })
        {
            TabularPrediction expected = one.Predict(Row("1.5", "0.045", "1250.75", "31.01.2024", "gas"));
            one.Predict(Row("1,5", "4,5 %", "1.250,75 €", "31.1.2024", "gas")).Should().Be(expected);
            one.Predict(Row("k.A.", "k.A.", "k.A.", "k.A.", "k.A.")).Should().Be(one.Predict(Row(null, null, null, null, null)));
            one.Predict(Row("1.234", "0", "0", "1.1.2024", "gas")).Should().NotBe(one.Predict(Row("1234", "0", "0", "1.1.2024", "gas")));
            Refused(() => one.Predict(Row("1;5", "0", "0", "1.1.2024", "gas"))).Should()
                .Be("Row 1, column 1 (size): expected a number, but found '1;5'; TableOptions.OddCells can take it for missing.");
            Refused(() => one.Predict(Row("1", "0", "0", "1/31/2024", "gas"))).Should()
                .Be("Row 1, column 4 (day): expected a date, but found '1/31/2024'; TableOptions.OddCells can take it for missing.");
        }
    }

    [Fact]
    public void An_odd_cell_is_refused_by_line_and_column()
    {
        Table later = loaded.ReadText("size;share;price;day;fuel\n1;1 %;1 €;1.1.2024;gas\n1;1;1 €;1.1.2024;gas\n");

        Refused(() => loaded.Predict(later)).Should().Be(
            "later.csv, line 3, column 2 (share): expected a number with %, but found '1'; TableOptions.OddCells can take it for missing.");
    }

    [Fact]
    public void A_column_that_is_not_there_is_named() =>
        FluentActions.Invoking(() => loaded.Predict(loaded.ReadText("size;share;price;fuel\n1;1 %;1 €;gas\n")))
            .Should().Throw<ArgumentException>()
            .WithMessage("later.csv has no column 'day'; there are size, share, price, fuel.*");

    private static Dictionary<string, string?> Row(string? size, string? share, string? price, string? day, string? fuel) =>
        new() { ["size"] = size, ["share"] = share, ["price"] = price, ["day"] = day, ["fuel"] = fuel };

    private static float[] Features(TabularModel model, Table table)
    {
        Matrix<float> features = model.Encoder.Encode(table);
        return features.ToColumnMajorArray();
    }

    private static string Refused(Func<object> predict) => predict.Should().ThrowExactly<InvalidDataException>().Which.Message;
}
