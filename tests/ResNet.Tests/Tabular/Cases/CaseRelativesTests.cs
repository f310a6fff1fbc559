using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cases;

/// <summary>Other files of each kind: what holds for one holds for all.</summary>
public class CaseRelativesTests
{
    [Theory]
    [InlineData("t;n\n\"say \\\"hi\\\"\";1\n\"x\";2\n", "say \"hi\"")]
    [InlineData("n\tt\n1\t\"5\\\" pipe\"\n2\t\"y\"\n", "5\" pipe")]
    public void Backslash_quotes_are_refused_and_read_if_told(string text, string cell)
    {
        Case.Refusal(() => CsvText.Read(text)).Should().StartWith("cars.csv, line 2: ").And.Contain("CsvOptions.BackslashQuotes");
        Table table = CsvText.Read(text, new CsvOptions { BackslashQuotes = true });
        table[0, table.IndexOf("t")].Should().Be(cell);
    }

    [Theory]
    [InlineData('|')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData(',')]
    public void Separators_are_found_where_names_precede_numbers_or_texts(char separator)
    {
        string Row(int row) => $"{row % 3},{row * 7 % 31}.5,{(row % 2 == 0 ? "a b" : "c")}";
        Table table = CsvText.Read(Case.Lines("y,weight,kind", 50, Row).Replace(',', separator));

        table.Columns.Should().Equal("y", "weight", "kind");
        table.Row(49).Should().Equal("1", "2.5", "c");
        table.Types().Should().Be("cnc");
    }

    [Theory]
    [InlineData("a", "b", "rare")]
    [InlineData("10", "20", "30")]
    public void A_class_of_the_test_rows_alone_is_named(string one, string other, string unknown)
    {
        Table Rows(Func<int, string> label) => CsvText.Read(Case.Lines("label;v", 40, row => $"{label(row)};{row * row % 23},5"));
        TabularModel model = Brief.Fit(Rows(row => row % 2 == 0 ? one : other), label: "label");

        MetricValues values = model.Evaluate(Rows(row => row < 3 ? unknown : row % 2 == 0 ? one : other));
        values.Doubts.Should().Equal(
            $"3 rows of class '{unknown}', which was not in the training rows: wrong in accuracy, left out of the others");
        values["accuracy"].Should().BeLessThanOrEqualTo(37 / 40.0);
    }

    [Theory]
    [InlineData("y\ta", "{0},25\t{1}")]
    [InlineData("a,y", "{1},\"{0},25\"")]
    [InlineData("b;y;a", "x;{0},25 €;{1}")]
    public void A_label_with_a_decimal_comma_is_a_number(string header, string row)
    {
        Table table = CsvText.Read(Case.Lines(header, 30, index => string.Format(null, row, index, index * index % 13)));

        table.Describe("y").Columns[table.IndexOf("y")].ShouldRange(0.25, 29.25);
        Brief.Fit(table).Task.Should().Be(TabularTask.Regression);
    }

    [Theory]
    [InlineData("y\tw\n0,5\t10,25\n1,5\t7\n", "y", 0.5, 1.5)]
    [InlineData("w;y\n12.345,6;\"0,1\"\n1.000;\"0,2\"\n", "w", 1000, 12345.6)]
    [InlineData("w|y\n-1,5|a\n2,75|b\n", "w", -1.5, 2.75)]
    [InlineData("w,y\n\"1,5\",a\n\"2,5\",b\n", "w", 1.5, 2.5)]
    public void Decimal_commas_are_found(string text, string column, double least, double greatest)
    {
        Table table = CsvText.Read(text);

        table.Describe().Columns[table.IndexOf(column)].ShouldRange(least, greatest);
    }

    [Theory]
    [InlineData("name;height\n")]
    [InlineData("\uFEFFa\tb\tc\r\n\r\n")]
    public void Names_alone_are_refused(string text) =>
        Case.Refusal(() => CsvText.Read(text)).Should().Contain("names without rows").And.Contain("CsvOptions.Header");

    [Theory]
    [InlineData("kind;colour\nx;red\ny;blue\nx;red\n", "kind", "colour")]
    [InlineData("edible|cap|ring\nyes|flat|no\nno|bell|yes\n", "edible", "cap", "ring")]
    public void Names_above_texts_are_names(string text, params string[] columns) => CsvText.Read(text).Columns.Should().Equal(columns);

    [Theory]
    [InlineData("mpg,cyl\nMazda,21,6\nDatsun,22.8,4\n", "mpg", "cyl", 2)]
    [InlineData("mpg\tcyl\n\"a b\"\t21\t6\n\"c\"\t22.8\t4\n\"d\"\t22.8\t4\n", "mpg", "cyl", 3)]
    public void Names_one_too_few_stand_above_named_rows(string text, string one, string other, int rows)
    {
        Table table = CsvText.Read(text);

        table.Columns.Should().Equal(one, other);
        table.RowCount.Should().Be(rows);
        table[0, 0].Should().Be("21");
    }

    [Theory]
    [InlineData("a;y\n1,5;u\na;y\n2,5;v\na;y\n3,5;u\n", 3, 1.5, 3.5)]
    [InlineData("y\ta\nu\t1\nv\t2\ny\ta\n", 2, 1, 2)]
    public void Names_that_come_again_are_left_out(string text, int rows, double least, double greatest)
    {
        Table table = CsvText.Read(text);

        table.RowCount.Should().Be(rows);
        table.Describe("y").Columns[table.IndexOf("a")].ShouldRange(least, greatest);
    }

    [Theory]
    [InlineData("0,00,0.0,1", "0", "1")]
    [InlineData("2,02,5,5.0", "2", "5")]
    [InlineData("-1,+1,1.0,-1.0", "-1", "+1")]
    public void Labels_are_classes_by_value(string labels, string one, string other)
    {
        string[] cycle = labels.Split(',');
        string Row(int row) => $"{(row < 4 ? cycle[row] : row % 2 == 0 ? one : other)};{row * row % 23}.5";
        Table table = CsvText.Read(Case.Lines("y;v", 40, Row));

        Brief.Fit(table).Classes.Should().Equal(one, other);
        Brief.Fit(table).Doubts.Should().Contain(doubt => doubt.StartsWith("y: labels of one value are one class: "));
    }

    [Theory]
    [InlineData("cost;rate;y\n€ 1.234,50;12,5 %;a\n€ 2,00;3 %;b\n", "cost", 2, 1234.5)]
    [InlineData("y\trate\ncost\t-5 %\nb\t+12.5 %\n", "rate", -0.05, 0.125)]
    [InlineData("y;people\na;1.234.567\nb;999\n", "people", 999, 1234567)]
    [InlineData("y,cost\na,\"£1,234.50\"\nb,£2\n", "cost", 2, 1234.5)]
    public void Money_percent_and_thousands_are_numbers(string text, string column, double least, double greatest)
    {
        Table table = CsvText.Read(text);

        table.Describe("y").Columns[table.IndexOf(column)].ShouldRange(least, greatest);
    }

    [Theory]
    [InlineData("column 1;;column 3;\n1;2;3;4\n5;6;7;8\n", "column 1", "column 2", "column 3", "column 4")]
    [InlineData(",column 1,y\n1,2,a\n3,4,b\n", "column 1 (2)", "column 1", "y")]
    public void A_made_up_name_is_no_name_that_is_there(string text, params string[] columns) =>
        CsvText.Read(text).Columns.Should().Equal(columns);

    [Theory]
    [InlineData("y;v;w\na;n/a;1,5\nb;2;n/a\nb;2;7,5\n")]
    [InlineData("v\tw\ty\n?\t1\ta\n5\tnull\tb\n5\t2\tb\n")]
    public void Marks_of_missing_values_hide_no_names(string text)
    {
        Table table = CsvText.Read(text);

        table.RowCount.Should().Be(3);
        foreach (string name in new[] { "v", "w" })
        {
            ColumnDescription column = table.Describe("y").Columns[table.IndexOf(name)];
            (column.Type, column.Missing).Should().Be((ColumnType.Numeric, 1 / 3.0));
        }
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("#N/A")]
    [InlineData("none")]
    [InlineData("nan")]
    [InlineData("")]
    public void One_mark_among_numbers_is_one_missing_value(string mark)
    {
        Table table = CsvText.Read(Case.Lines("y;v", 250, row => $"{(row % 2 == 0 ? "u" : "w")};{(row == 200 ? mark : $"{row},25")}"));

        table.Describe("y").Columns[1].ShouldRange(0.25, 249.25, missing: 1 / 250.0);
        table.Describe("y").Doubts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Sales of 2020\n\nregion;sold;y\nnorth;1,5;a\nsouth;2,5;b\n", "region", "sold", "y")]
    [InlineData("% made by a program\n% on a Monday\n% of May\nv\tw\ty\n1\t2\ta\n3\t4\tb\n", "v", "w", "y")]
    public void Lines_of_text_above_the_table_are_left_out(string text, params string[] columns)
    {
        Table table = CsvText.Read(text);

        table.Columns.Should().Equal(columns);
        table.RowCount.Should().Be(2);
        table.Describe("y").Doubts.Should().Contain(doubt => doubt.Contains("of text above the table w"));
    }

    [Theory]
    [InlineData("0,5", "1", "1,5")]
    [InlineData("-0.1", "0", "0.1")]
    [InlineData("12.5%", "15%", "20%")]
    public void Few_fractions_are_a_regression(params string[] labels)
    {
        Table table = CsvText.Read(Case.Lines("y\tv", 60, row => $"{labels[row % labels.Length]}\t{row * row % 23}"));

        Brief.Fit(table).Task.Should().Be(TabularTask.Regression);
    }

    [Theory]
    [InlineData("a b y\n", 3)]
    [InlineData("", 3)]
    public void Runs_of_blanks_separate_numbers(string header, int columns)
    {
        IEnumerable<string> rows = Enumerable.Range(0, 30).Select(row => $"   {row * 3 % 7}.5  {row,4}.25\t {row % 5}.125  \n");
        Table table = CsvText.Read(header + string.Concat(rows));

        table.Columns.Should().HaveCount(columns);
        table.RowCount.Should().Be(30);
        table.Types(label: null).Should().Be("nnn");
        table.Row(7).Should().Equal("0.5", "7.25", "2.125");
    }
}
