using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class DateColumnTests
{
    public static TheoryData<string> Formats => new()
    {
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mm:ssZ",
        "yyyy-MM-dd HH:mm",
        "yyyy'/'MM'/'dd",
        "dd.MM.yyyy",
        "d.M.yyyy H:mm",
        "dd'/'MM'/'yyyy",
        "MM'/'dd'/'yyyy",
        "M'/'d'/'yyyy h:mm:ss tt",
        "dd-MM-yyyy",
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Dates_of_one_order_are_days(string format)
    {
        DateTime first = new(2024, 1, 5);
        string Cell(int day) => first.AddDays(day).ToString(format, CultureInfo.InvariantCulture);
        string[] cells = [.. Enumerable.Range(0, 60).Select(Cell)];

        ColumnDescription column = OneColumn.Describe(cells);
        column.ShouldRange(19727, 19786, type: ColumnType.Date); // from 2024-01-05 to 2024-03-04
        column.Doubts.Should().BeEmpty();
        foreach (string culture in Cultures.Names) Cultures.Under(culture, () => OneColumn.Describe(cells)).Should().Be(column, culture);
    }

    [Fact]
    public void An_odd_cell_among_dates_is_told()
    {
        IEnumerable<string> cells = Enumerable.Range(1, 28).Select(day => day == 8 ? "0000-00-00" : $"2024-01-{day:D2}");

        OneColumn.Describe(cells).Doubts.Should().Equal("x: 27 of 28 cells are dates; row 8 has '0000-00-00', which counts as missing");
        OneColumn.Describe(cells).Missing.Should().Be(1 / 28.0);
    }

    [Fact]
    public void Dates_that_no_cell_settles_are_left_out_with_the_option()
    {
        Table table = OneColumn.OfFile(OneColumn.Cycle(40, "01/02/2024", "03/04/2024"));

        ColumnDescription column = table.Describe("y").Columns[0];
        column.Type.Should().Be(ColumnType.Ignored);
        column.Doubts.Should().Equal(
            "x: left out: line 2 has '01/02/2024', which could be day/month or month/day; TableOptions.DateOrder tells");
        Day(table, DateOrder.DayMonthYear).Should().Be(19754); // 1 February
        Day(table, DateOrder.MonthDayYear).Should().Be(19724); // 2 January
    }

    [Fact]
    public void Dates_of_two_orders_are_left_out_as_well()
    {
        string[] both = [.. Enumerable.Range(1, 12).Select(day => $"{day:D2}/03/2024"), "31/01/2024", "01/31/2024"];

        OneColumn.Describe(both).Doubts.Should().Equal(
            "x: left out: row 13 has '31/01/2024' and row 14 has '01/31/2024': one is day/month, the other month/day; " +
            "TableOptions.DateOrder tells");
        OneColumn.Describe([.. both, "30/01/2024", "01/30/2024"]).Type.Should().Be(ColumnType.Ignored);
    }

    [Fact]
    public void Dates_with_and_without_an_offset_are_left_out()
    {
        IEnumerable<string> cells = Enumerable.Range(1, 28).Select(day => $"2024-01-{day:D2}T10:00{(day % 2 == 0 ? "Z" : "")}");

        OneColumn.Describe(cells).Doubts.Should().Equal(
            "x: left out: row 2 has '2024-01-02T10:00Z' with an offset from UTC, row 1 has '2024-01-01T10:00' without one");
    }

    [Theory]
    [InlineData("31.12.24", "a year of two digits")]
    [InlineData("12/31/24", "a year of two digits")]
    [InlineData("31-Dec-2024", "the name of a month")]
    public void Dates_that_are_not_read_are_left_out_with_a_doubt(string cell, string trouble)
    {
        ColumnDescription column = OneColumn.Describe(OneColumn.Cycle(40, cell, cell));

        column.Type.Should().Be(ColumnType.Ignored);
        column.Doubts.Should().Equal($"x: row 1 has '{cell}', a date with {trouble}; dates are written as in 2024-01-31; left out");
    }

    [Fact]
    public void A_column_that_is_told_to_be_dates_refuses_others()
    {
        var date = new TableOptions { ColumnTypes = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Date } };

        Refusal(OneColumn.OfFile(OneColumn.Cycle(40, "2024-01-31", "x", "y")), date).Should().Be(
            "cars.csv, line 3, column 1 (x): expected a date, but found 'x'; TableOptions.OddCells can take it for missing.");
        Refusal(OneColumn.OfFile(OneColumn.Cycle(40, "5", "7")), date).Should().Be(
            "cars.csv, line 2, column 1 (x): expected a date, but found '5'.");
        Refusal(OneColumn.OfFile(OneColumn.Cycle(40, "01/02/2024")), date).Should().Be(
            "cars.csv, column 1 (x): line 2 has '01/02/2024', which could be day/month or month/day; TableOptions.DateOrder tells.");
        Refusal(OneColumn.OfFile(OneColumn.Cycle(40, "NULL")), date).Should().Be(
            "cars.csv, column 1 (x): a column of dates needs a value to learn from, but all are missing.");
    }

    private static double? Day(Table table, DateOrder order) =>
        table.Rows([0]).Describe("y", new TableOptions { DateOrder = order }).Columns[0].Least;

    private static string? Refusal(Table table, TableOptions options) =>
        Record.Exception(() => TableEncoder.Fit(table, "y", options)) is { } thrown
            ? thrown.Should().BeOfType<InvalidDataException>().Subject.Message
            : null;
}
