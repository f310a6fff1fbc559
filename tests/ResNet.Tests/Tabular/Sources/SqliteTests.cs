using Microsoft.Data.Sqlite;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>A real database, whose dates and booleans are texts and numbers.</summary>
public class SqliteTests
{
    [Fact]
    public void A_query_s_result_is_a_table()
    {
        Table table = Read("""
            CREATE TABLE people (age INTEGER, height REAL, since DATE, job TEXT, code TEXT);
            INSERT INTO people VALUES (38, 1.72, '2024-02-29', 'clerk', '007'), (NULL, 1.5, '2023-12-31 12:30:00', NULL, '123');
            SELECT age, height, since, job, code, age * 2 AS twice, COUNT(*) OVER () FROM people;
            """);

        table.Columns.Should().Equal("age", "height", "since", "job", "code", "twice", "COUNT(*) OVER ()");
        table.Row(0).Should().Equal("38", "1.72", "2024-02-29", "clerk", "007", "76", "2");
        table.Row(1).Should().Equal(null, "1.5", "2023-12-31 12:30:00", null, "123", null, "2");
        table.Describe().Columns.Select(column => column.Type).Should().Equal(
            ColumnType.Numeric, ColumnType.Numeric, ColumnType.Date, ColumnType.Categorical, ColumnType.Categorical, ColumnType.Numeric,
            ColumnType.Numeric);
    }

    [Fact]
    public void Bytes_and_empty_results_are_refused()
    {
        FluentActions.Invoking(() => Read("SELECT 1 AS a, x'00ff' AS picture")).Should().ThrowExactly<ArgumentException>()
            .WithMessage("Row 1, column 2 (picture): a Byte[] can be no cell*");
        FluentActions.Invoking(() => Read("SELECT 1 AS a WHERE 0")).Should().ThrowExactly<ArgumentException>()
            .WithMessage("A table needs a row.*");
        FluentActions.Invoking(() => Read("CREATE TABLE a (b)")).Should().ThrowExactly<ArgumentException>()
            .WithMessage("A table needs a column.*");
    }

    private static Table Read(string statements)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of these tests
        command.CommandText = statements;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        return ForeignCulture.In(() => Table.From(reader));
    }
}
