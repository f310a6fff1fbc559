using System.Data;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>What a database's values are, columns are; and what is null is missing.</summary>
public class DataReaderTests
{
    [Fact]
    public void Values_keep_their_meaning()
    {
        using var data = new DataTable();
        data.Columns.Add("number", typeof(double));
        data.Columns.Add("count", typeof(long));
        data.Columns.Add("price", typeof(decimal));
        data.Columns.Add("flag", typeof(bool));
        data.Columns.Add("day", typeof(DateTime));
        data.Columns.Add("text", typeof(string));
        data.Rows.Add(0.1, 9007199254740993L, 1.50m, true, new DateTime(2024, 2, 29), "Oslo, N");
        data.Rows.Add(DBNull.Value, 2L, 2.25m, false, new DateTime(2024, 3, 1, 12, 30, 0), DBNull.Value);
        data.Rows.Add(1e-300, 3L, 3m, true, DBNull.Value, "Wien  ");
        using DataTableReader reader = data.CreateDataReader();

        Table table = ForeignCulture.In(() => Table.From(reader));

        table.Columns.Should().Equal("number", "count", "price", "flag", "day", "text");
        table.Row(0).Should().Equal("0.1", "9007199254740993", "1.50", "true", "2024-02-29", "Oslo, N");
        table.Row(1).Should().Equal(null, "2", "2.25", "false", "2024-03-01T12:30:00", null);
        table.Row(2).Should().Equal("1E-300", "3", "3", "true", null, "Wien");
        reader.IsClosed.Should().BeFalse();
        table.Describe().Columns.Select(column => column.Type).Should().Equal(
            ColumnType.Numeric, ColumnType.Numeric, ColumnType.Numeric, ColumnType.Categorical, ColumnType.Date, ColumnType.Categorical);
        table.Describe().Columns[0].Missing.Should().BeApproximately(1 / 3.0, 1e-12);
    }

    [Fact]
    public void Texts_mean_what_they_mean_in_a_file()
    {
        using var reader = new Rows(
            ["code", "when", "size"], [["01", "31/12/2023", "1,5"], ["20", "01/02/2024", " 12 "], ["N/A", "NULL", "-"]]);

        TableDescription description = Table.From(reader).Describe();

        description.Columns.Select(column => column.Type).Should().Equal(ColumnType.Categorical, ColumnType.Date, ColumnType.Categorical);
        description.Columns[0].Categories.Should().Equal("01", "20");
        description.Columns[1].Missing.Should().BeApproximately(1 / 3.0, 1e-12);
        description.Columns[2].Categories.Should().Equal("1,5", "12", "-");
    }

    [Fact]
    public void Numbers_say_nothing_of_how_texts_write_theirs()
    {
        using var commas = new Rows(["number", "text"], [[1.5, "1,5"], [2.5, "2,75"]]);
        Table.From(commas).Describe().Columns[1].Greatest.Should().Be(2.75);
        using var either = new Rows(["number", "text"], [[1.5, "1,234"], [2.5, "2,750"]]);
        FluentActions.Invoking(() => Table.From(either)).Should().ThrowExactly<InvalidDataException>().WithMessage(
            "Row 1, column 2 (text): '1,234' could have a decimal comma or be thousands; write numbers as in 1234.5.");
    }

    [Fact]
    public void Columns_without_a_name_get_one()
    {
        using var reader = new Rows(["", "a"], [[1, 2]]);
        Table.From(reader).Columns.Should().Equal("column 1", "a");
    }

    [Fact]
    public void The_next_rows_are_read_and_those_of_another_result_are_not()
    {
        using var data = new DataSet();
        foreach (string column in new[] { "a", "b" }) data.Tables.Add().Columns.Add(column, typeof(int));
        foreach (DataTable numbers in data.Tables) Enumerable.Range(1, 4).ToList().ForEach(number => numbers.Rows.Add(number));
        using DataTableReader reader = data.CreateDataReader();
        reader.Read();

        Table.From(reader).Describe().Columns.Single().ToString().Should().Be("a: numeric, 2.000 to 4.000, 0.0 % missing");
        reader.NextResult().Should().BeTrue();
        Table.From(reader).Columns.Should().Equal("b");
    }

    [Fact]
    public void What_can_be_no_table_is_refused_by_its_place()
    {
        Refused(new Rows(["a", "picture"], [[1, DBNull.Value], [2, new byte[3]]]),
            "Row 2, column 2 (picture): a Byte[] can be no cell; make a number, a text, a boolean or a date of it.");
        Refused(new Rows([""], [[new byte[3]]]), "Row 1, column 1: a Byte[] can be no cell*");
        Refused(new Rows(["a"], [["\ud800"]]), "Row 1, column 1 (a): *");
        Refused(new Rows(["a"], []), "A table needs a row.*");
        Refused(new Rows([], []), "A table needs a column.*");
        Refused(new Rows(["a", "a"], [[1, 2]]), "Columns 1 and 2 are both named 'a'.*");
        FluentActions.Invoking(() => Table.From(null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    [Fact]
    public void Errors_of_the_reader_come_through()
    {
        using var broken = new Rows(["a"], [[1], null!]);
        FluentActions.Invoking(() => Table.From(broken)).Should().ThrowExactly<NullReferenceException>();
        broken.IsClosed.Should().BeFalse();
    }

    private static void Refused(Rows reader, string message)
    {
        FluentActions.Invoking(() => Table.From(reader)).Should().ThrowExactly<ArgumentException>().WithMessage(message);
        reader.IsClosed.Should().BeFalse();
    }
}
