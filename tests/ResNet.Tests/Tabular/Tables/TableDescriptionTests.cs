using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A table tells what its columns are taken for: types, ranges, categories, missing shares and doubts.</summary>
public class TableDescriptionTests
{
    private static readonly Table people = CsvText.Read(
        "name,age,born,fuel,late\n" + string.Concat(Enumerable.Range(0, 40).Select(row =>
            $"n{row},{(row == 7 ? "old" : row == 9 ? "NULL" : $"{row % 25 + 17}")},{1960 + row % 25}-01-31," +
            $"{(row % 10 == 0 ? "" : row % 3 == 0 ? "petrol" : "diesel")},{row % 2}\n")));

    [Fact]
    public void Types_ranges_categories_and_missing_shares_are_told()
    {
        TableDescription told = people.Describe("late");

        told.Rows.Should().Be(40);
        told.Columns.Select(column => (column.Name, column.Type, column.Missing)).Should().Equal(
            ("name", ColumnType.Ignored, 0.0),
            ("age", ColumnType.Numeric, 0.05),
            ("born", ColumnType.Date, 0.0),
            ("fuel", ColumnType.Categorical, 0.1),
            ("late", ColumnType.Categorical, 0.0));
        told.Columns[1].ShouldRange(17, 41, missing: 0.05);
        told.Columns[2].ShouldRange(-3623, 5143, type: ColumnType.Date); // 1960-01-31 and 1984-01-31
        told.Columns[3].Categories.Should().Equal("diesel", "petrol");
        told.Columns[4].Categories.Should().Equal("0", "1");
    }

    [Fact]
    public void Doubts_are_told_of_each_column()
    {
        TableDescription told = people.Describe("late");

        told.Doubts.Should().Equal(
            "name: 40 different texts in 40 cells, as names and free text have; left out",
            "age: 38 of 39 cells are numbers; line 9 has 'old', which counts as missing",
            "late: 2 different whole numbers, taken for classes; TabularTask.Regression as the task predicts numbers");
        told.Columns.SelectMany(column => column.Doubts).Should().Equal(told.Doubts);
    }

    [Fact]
    public void Without_a_label_every_column_is_one_to_learn_from()
    {
        TableDescription told = people.Describe();

        told.Columns[4].ShouldRange(0, 1);
        told.Doubts.Should().HaveCount(2);
    }

    [Fact]
    public void What_would_be_refused_is_a_doubt()
    {
        people.Describe("late", new TableOptions { OddCells = OddCells.Refused }).Doubts.Should().Contain(
            "cars.csv, line 9, column 2 (age): expected a number, but found 'old'; TableOptions.OddCells can take it for missing.");
        FluentActions.Invoking(() => people.Describe("early")).Should().Throw<ArgumentException>()
            .WithMessage("cars.csv has no column 'early'*");
    }

    [Fact]
    public void It_prints_a_line_for_each_column_and_doubt_under_every_culture()
    {
        string text = people.Describe("late").ToString();

        text.Split(Environment.NewLine)[..7].Should().Equal(
            "40 rows of 5 columns",
            "column  type         missing  range or categories",
            "name    ignored      0.0 %",
            "age     numeric      5.0 %    17.00 to 41.00",
            "born    date         0.0 %    1960-01-31 to 1984-01-31",
            "fuel    categorical  10.0 %   2: diesel, petrol",
            "late    categorical  0.0 %    2: 0, 1");
        text.Should().Contain("doubts:").And.Contain("- name: 40 different texts");
        people.Describe("late").Columns[1].ToString().Should().Be("age: numeric, 17.00 to 41.00, 5.0 % missing");
        string Again() => people.Describe("late").ToString();
        foreach (string culture in Cultures.Names) Cultures.Under(culture, Again).Should().Be(text, culture);
        ForeignCulture.In(Again).Should().Be(text);
    }
}
