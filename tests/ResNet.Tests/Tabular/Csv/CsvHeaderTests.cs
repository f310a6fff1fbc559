using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvHeaderTests
{
    private const string TakenForRow = "line 1 was taken for a row, not for names; CsvOptions.Header tells otherwise";
    private const string TakenForNames = "line 1 was taken for the names of the columns, since nothing in it comes again below";

    [Theory]
    [InlineData("a,b\n1,x\n", "a·b\n1·x")]
    [InlineData("a,b\n?,x\n1,y\nNULL,z\n", "a·b\n–·x\n1·y\n–·z")]
    [InlineData("a,b\n45%,x\n3%,y\n", "a·b\n45%·x\n3%·y")]
    [InlineData("a;b\n1,5;x\n2,5;y\n", "a·b\n1,5·x\n2,5·y")]
    [InlineData("start,end\n2024-01-01,2024-02-01\n2024-03-01,2024-03-02\n", "start·end\n2024-01-01·2024-02-01\n2024-03-01·2024-03-02")]
    [InlineData("who,born\nAnn,1.2.1990\nBob,31.3.1980\n", "who·born\nAnn·1.2.1990\nBob·31.3.1980")]
    public void Texts_above_numbers_and_dates_are_names(string text, string expected)
    {
        Table table = CsvText.Read(text);

        table.Shown().Should().Be(expected);
        table.Describe().Doubts.Should().NotContain(TakenForNames).And.NotContain(TakenForRow);
    }

    [Fact]
    public void Texts_that_never_come_again_in_their_columns_are_names_and_told()
    {
        Table table = CsvText.Read("class,odor,colour\ne,n,b\np,f,w\ne,n,w\n");

        table.Shown().Should().Be("class·odor·colour\ne·n·b\np·f·w\ne·n·w");
        table.Describe().Doubts.Should().Contain(TakenForNames);
        CsvText.Read("a,b\nb,a\nc,a\n").Columns.Should().Equal(["a", "b"], "each comes again only in the other column");
    }

    [Theory]
    [InlineData("e,n,b\np,f,w\ne,n,w\n")]
    [InlineData("x,x\ny,z\nz,y\n")]
    [InlineData("x,NA\ny,z\nz,y\n")]
    [InlineData("1,b\nx,y\n")]
    public void Texts_that_come_again_are_a_row_and_told(string text)
    {
        Table table = CsvText.Read(text);

        table.RowCount.Should().Be(text.Count(letter => letter == '\n'));
        table.Describe().Doubts.Should().Contain(TakenForRow);
    }

    [Fact]
    public void The_label_settles_it()
    {
        const string text = "class,e\np,f\ne,class\ne,e\n";

        CsvText.Read(text).RowCount.Should().Be(4);
        Table table = CsvText.Read(text, new CsvOptions { Label = "class" });
        table.Shown().Should().Be("class·e\np·f\ne·class\ne·e");
        table.Describe().Doubts.Should().NotContain(TakenForNames);
        CsvText.Read("2019,2020\n1,2\n", new CsvOptions { Label = "2020" }).Shown().Should().Be("2019·2020\n1·2");
    }

    [Fact]
    public void A_label_that_is_a_cell_of_the_first_row_is_refused_with_the_option() =>
        FluentActions.Invoking(() => TabularModel.Fit(CsvText.Read("e,y\ne,n\nb,n\ne,y\n"), "y"))
            .Should().Throw<ArgumentException>().WithMessage(
                "cars.csv has no column 'y'; there are *. " +
                "A cell of the first row is 'y': if that row has the names, CsvOptions.Header tells.*");

    [Fact]
    public void Marks_of_missing_values_that_are_told_do_not_hide_a_header()
    {
        Table table = CsvText.Read("a,b\n1,x\nabsent,a\nabsent,b\n", new CsvOptions { MissingTexts = ["absent"] });

        table.Shown().Should().Be("a·b\n1·x\n–·a\n–·b");
        table.Describe().Doubts.Should().NotContain(TakenForNames);
    }

    [Fact]
    public void Names_alone_are_refused()
    {
        CsvText.ShouldBeRefused(
            "a,b,y\n", "cars.csv: the only line holds no number, so it seems to be names without rows; CsvOptions.Header tells otherwise.");
        CsvText.ShouldBeRefused(
            "a,b,y\na,b,y\n", "cars.csv: there are no rows below the names of the columns.", new CsvOptions { Header = true });
        CsvText.Read("a,b,y\n", new CsvOptions { Header = false }).RowCount.Should().Be(1);
    }

    [Fact]
    public void Names_that_come_again_are_left_out_and_told()
    {
        Table table = CsvText.Read("a,b,y\n1,2,0\na,b,y\n3,4,1\na,b,y\n");

        table.Shown().Should().Be("a·b·y\n1·2·0\n3·4·1");
        table.Describe().Doubts.Should().Contain("2 lines that repeat the names of the columns were left out");
        CsvText.Read("a,b,y\n1,2,0\na,b,y\n").Describe().Doubts.Should()
            .Contain("1 line that repeats the names of the columns was left out");
    }

    [Theory]
    [InlineData("\"a\",\"b\"\n1,2\na,b\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n a , b\r\n3,4\r\na,\"b\"")]
    public void Names_come_again_however_they_are_quoted(string text) => CsvText.Read(text).Shown().Should().Be("a·b\n1·2\n3·4");

    [Fact]
    public void Columns_without_a_name_leave_the_others_names() =>
        CsvText.Read("id,,\nx,1,2\ny,3,4\n").Shown().Should().Be("id·column 2·column 3\nx·1·2\ny·3·4");

    [Theory]
    [InlineData("2020-01-01,x\n2020-01-02,y\n", 2)]
    [InlineData("13/1/2020\n14/1/2020\n15/1/2020\n", 3)]
    [InlineData("day,x\n2020-01-01,y\n2020-01-02,z\n", 2)]
    public void A_date_above_dates_is_no_name(string text, int rows) => CsvText.Read(text).RowCount.Should().Be(rows);

    [Fact]
    public void A_row_that_comes_again_is_a_row_where_there_are_no_names() =>
        CsvText.Read("1,2\n3,4\n1,2\n").Shown().Should().Be("column 1·column 2\n1·2\n3·4\n1·2");

    [Fact]
    public void Columns_of_one_name_are_refused() =>
        CsvText.ShouldBeRefused(
            "\n\na,b,a\n1,2,3\n",
            "cars.csv, line 3: columns 1 and 3 are both named 'a'; CsvOptions.ColumnNames, with Header true, gives other names.");

    [Theory]
    [InlineData("column 2,,y\n1,2,0\n4,5,1\n", "column 2·column 2 (2)·y\n1·2·0\n4·5·1")]
    [InlineData("column 2,,column 2 (2)\n1,2,0\n4,5,1\n", "column 2·column 2 (3)·column 2 (2)\n1·2·0\n4·5·1")]
    [InlineData(",a\n1,2\n4,5\n", "column 1·a\n1·2\n4·5")]
    public void A_name_that_is_made_up_is_no_others(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Fact]
    public void Names_hold_as_they_are_written_but_for_blanks_around_them() =>
        CsvText.Read(" Größe , \"a, b\" ,\"say \"\"x\"\"\"\n1,2,3\n").Columns.Should().Equal("Größe", "a, b", "say \"x\"");

    [Theory]
    [InlineData("country,2019,2020,2021\nde,1.5,2.5,3.5\nfr,2.5,3.5,4.5\n", "country·2019·2020·2021\nde·1.5·2.5·3.5\nfr·2.5·3.5·4.5")]
    [InlineData("2019;2020\n1;NA\n2;3\n", "2019·2020\n1·–\n2·3")]
    public void Years_in_a_row_above_other_numbers_are_names_and_told(string text, string expected)
    {
        Table table = CsvText.Read(text);

        table.Shown().Should().Be(expected);
        table.Describe().Doubts.Should()
            .Contain("line 1 was taken for the names of the columns, since years in a row stand above other numbers");
    }

    [Theory]
    [InlineData("bob,2019,2020\nann,2015,2016\n")]
    [InlineData("bob,2019,2021\nann,1,2\n")]
    [InlineData("bob,2019,1\nann,1,2\n")]
    [InlineData("bob,2019,2020\nann,x,2\nkim,y,3\n")]
    public void Other_years_are_a_row(string text) => CsvText.Read(text).Columns.Should().Equal("column 1", "column 2", "column 3");

    [Fact]
    public void Texts_of_which_the_first_row_comes_again_are_refused_with_the_option()
    {
        const string text = "a,b\nc,d\na,b\ne,f\n";

        CsvText.ShouldBeRefused(
            text,
            "cars.csv, line 1: the same texts come again in line 3, so they may be a row or the names of the columns; " +
            "CsvOptions.Header tells.");
        CsvText.Read(text, new CsvOptions { Header = false }).RowCount.Should().Be(4);
        CsvText.Read(text, new CsvOptions { Header = true }).Shown().Should().Be("a·b\nc·d\ne·f");
    }

    [Fact]
    public void Names_that_come_twice_are_replaced_by_told_ones() =>
        CsvText.Read("a,a\n1,2\n", new CsvOptions { ColumnNames = ["a", "b"], Header = true }).Shown().Should().Be("a·b\n1·2");
}
