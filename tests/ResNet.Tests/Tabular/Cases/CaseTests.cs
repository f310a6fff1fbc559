using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cases;

/// <summary>Each file of this folder as a person reads it, or refused with what helps.</summary>
public class CaseTests
{
    private const string Running = ": a running number; left out";
    private const string TwoClasses =
        "y: 2 different whole numbers, taken for classes; TabularTask.Regression as the task predicts numbers";

    [Fact]
    public void Backslash_quote()
    {
        Case.Refusal(() => Case.Read("backslash-quote.csv")).Should().Be(
            "backslash-quote.csv, line 2: text follows a closing quote within its cell; if \\\" is a quote in this file, " +
            "CsvOptions.BackslashQuotes tells.");
        Table table = Case.Read("backslash-quote.csv", new CsvOptions { BackslashQuotes = true });
        table.Columns.Should().Equal("a", "b", "c");
        table.Row(0).Should().Equal("1", "this \" quote", "true");
        table.Row(1).Should().Equal("2", "x", "false");
    }

    [Fact]
    public void Bar_separated()
    {
        Table table = Case.Read("bar-separated.csv");

        table.Columns.Should().Equal("a", "b", "y");
        table.RowCount.Should().Be(60);
        table.Row(59).Should().Equal("60", "4", "0");
        table.Types().Should().Be("inc");
        table.Describe("y").Columns[1].ShouldRange(0, 6);
        table.Describe("y").Doubts[0].Should().Be("a" + Running);
    }

    [Fact]
    public void Class_of_one_row_test_split()
    {
        Table table = Case.Read("class-of-one-row-test-split.csv");
        table.Describe("y").Columns[1].Categories.Should().BeEquivalentTo("0", "1", "2", "7");
        int[] others = [.. Enumerable.Range(0, table.RowCount).Where(row => table[row, 1] != "7")];

        TabularModel model = Brief.Fit(table.Rows(others));
        MetricValues values = model.Evaluate(table);
        model.Classes.Should().Equal("0", "1", "2");
        values.Doubts.Should().Equal("1 row of class '7', which was not in the training rows: wrong in accuracy, left out of the others");
        values["accuracy"].Should().BeApproximately(model.Evaluate(table.Rows(others))["accuracy"] * others.Length / table.RowCount, 1e-12);
    }

    [Fact]
    public void Decimal_comma_label()
    {
        Table table = Case.Read("decimal-comma-label.csv");

        table.Describe("y").Columns[2].ShouldRange(1.5, 60.5);
        Brief.Fit(table).Task.Should().Be(TabularTask.Regression);
    }

    [Fact]
    public void Decimal_comma()
    {
        TableDescription told = Case.Read("decimal-comma.csv").Describe("y");

        told.Rows.Should().Be(3);
        told.Columns[0].ShouldRange(1.5, 3.5);
        told.Columns[1].ShouldRange(2.5, 3.5);
        told.Columns[2].ShouldRange(0.1, 0.3);
        told.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Header_alone() => Case.Refusal(() => Case.Read("header-alone.csv")).Should().Be(
        "header-alone.csv: the only line holds no number, so it seems to be names without rows; CsvOptions.Header tells otherwise.");

    [Fact]
    public void Header_of_text_only()
    {
        Table table = Case.Read("header-of-text-only.csv");

        table.Columns.Should().Equal("class", "odor", "colour");
        table.RowCount.Should().Be(3);
        table.Describe("class").Doubts.Should()
            .Equal("line 1 was taken for the names of the columns, since nothing in it comes again below");
        Case.Read("header-of-text-only.csv", new CsvOptions { Label = "class" }).Describe("class").Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Header_one_shorter()
    {
        Table table = Case.Read("header-one-shorter.csv");

        table.Columns.Should().Equal("a", "b", "y");
        table.Row(1).Should().Equal("3", "4", "1");
        table.Describe("y").Doubts.Should()
            .Equal("the first cell of each row has no name in line 1 and was left out as the name of its row", TwoClasses);
    }

    [Fact]
    public void Header_repeated()
    {
        Table table = Case.Read("header-repeated.csv");

        table.RowCount.Should().Be(4);
        table.Types().Should().Be("nnc");
        table.Describe("y").Doubts.Should().Equal("1 line that repeats the names of the columns was left out", TwoClasses);
    }

    [Fact]
    public void Labels_1_and_1_0()
    {
        Table table = Case.Read("labels-1-and-1.0.csv");
        TabularModel model = Brief.Fit(table);

        model.Classes.Should().Equal("0", "1");
        model.Doubts.Should().EndWith("y: labels of one value are one class: '1' and '1.0' are '1'");
        table.Describe("y").Columns[1].Categories.Should().Equal("0", "1");
    }

    [Fact]
    public void Money_percent_thousands()
    {
        TableDescription told = Case.Read("money-percent-thousands.csv").Describe("y");

        told.Columns[0].ShouldRange(10, 2000);
        told.Columns[1].ShouldRange(0.03, 0.5);
        told.Columns[2].ShouldRange(7, 2300);
        told.Doubts.Should().Equal(TwoClasses);
    }

    [Fact]
    public void Name_of_an_empty_column()
    {
        Table table = Case.Read("name-of-an-empty-column.csv");

        table.Columns.Should().Equal("column 2", "column 2 (2)", "y");
        table.Row(1).Should().Equal("4", "5", "1");
    }

    [Fact]
    public void Null_in_numeric_columns_hides_header()
    {
        Table table = Case.Read("null-in-numeric-columns-hides-header.csv");

        table.Columns.Should().Equal("a", "b", "y");
        TableDescription told = table.Describe("y");
        told.Columns[0].ShouldRange(1, 3, missing: 1 / 3.0);
        told.Columns[1].ShouldRange(2, 4, missing: 1 / 3.0);
        told.Doubts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("one-na-text.csv", 100, 0, 99)]
    [InlineData("one-nan-lowercase.csv", 2000, 0.25, 1999.25)]
    public void One_na_text(string file, int rows, double least, double greatest)
    {
        Table table = Case.Read(file);

        table.RowCount.Should().Be(rows);
        table.Types().Should().Be("nnc");
        table.Describe("y").Columns[0].ShouldRange(least, greatest, missing: 1.0 / rows);
        TableEncoder.Fit(table, "y").FeatureNames.Should().Equal("x", "x is missing", "k");
    }

    [Fact]
    public void Preamble()
    {
        Table table = Case.Read("preamble.csv");

        table.Columns.Should().Equal("a", "b", "y");
        table.RowCount.Should().Be(2);
        table.Types().Should().Be("nnc");
        table.Describe("y").Doubts[0].Should().Be("2 lines of text above the table were left out");
    }

    [Fact]
    public void Real_valued_target_few_values()
    {
        Table table = Case.Read("real-valued-target-few-values.csv");

        table.Describe("y").Columns[1].ShouldRange(0.37, 17.37);
        Brief.Fit(table).Task.Should().Be(TabularTask.Regression);
    }

    [Fact]
    public void Space_separated()
    {
        Table table = Case.Read("space-separated.txt");

        table.Columns.Should().Equal("column 1", "column 2", "column 3");
        table.RowCount.Should().Be(40);
        table.Types(label: null).Should().Be("nnn");
        table.Describe().Columns[0].ShouldRange(1, 40);
        table.Describe().Columns[2].ShouldRange(1.5, 40.5);
    }
}
