using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Objects by their properties, and arrays by names.</summary>
public class ObjectTests
{
    private enum Fuel
    {
        Petrol,
        Diesel,
    }

    private record Vehicle(int Wheels);

    private sealed record Car(int Wheels, Fuel? Fuel, DateOnly Built, float Power, bool IsNew, string? Name) : Vehicle(Wheels)
    {
        public int this[int index] => index;
    }

    [Fact]
    public void Properties_are_columns()
    {
        Table table = ForeignCulture.In(() => Table.From<Car>(
        [
            new(4, Fuel.Diesel, new DateOnly(2020, 1, 31), 66.5f, true, "Polo"), new(3, null, new DateOnly(1999, 12, 1), 0.1f, false, null),
        ]));

        table.Columns.Should().BeEquivalentTo(["Wheels", "Fuel", "Built", "Power", "IsNew", "Name"]);
        Cells(table, "Fuel").Should().Equal("Diesel", null);
        Cells(table, "Built").Should().Equal("2020-01-31", "1999-12-01");
        Cells(table, "Power").Should().Equal("66.5", "0.1");
        Cells(table, "IsNew").Should().Equal("true", "false");
        Cells(table, "Wheels").Should().Equal("4", "3");
        table.Describe().Columns.Single(column => column.Name == "Built").Type.Should().Be(ColumnType.Date);
    }

    [Fact]
    public void Objects_without_a_type_s_name_will_do()
    {
        var rows = Enumerable.Range(0, 3).Select(row => new { X = row * 0.5, Y = row % 2 == 0 ? "a" : "b" });
        Table.From(rows).Row(2).Should().Equal("1", "a");
    }

    [Fact]
    public void Arrays_are_columns()
    {
        Table table = Table.FromColumns(
            ("age", new int?[] { 38, null }), ("job", new[] { null, "smith" }), ("when", new[] { DateTimeOffset.UnixEpoch, default }));

        table.Row(0).Should().Equal("38", null, "1970-01-01T00:00:00+00:00");
        table.Row(1)[..2].Should().Equal(null, "smith");
    }

    [Fact]
    public void What_can_be_no_table_is_refused()
    {
        Refused<ArgumentException>(
            () => Table.From(new[] { new { A = 1, Parts = new List<int>() } }),
            "The property Parts is a List`1, which can be no cell; select properties that can.*");
        Refused<ArgumentNullException>(() => Table.From<Car>([null!]), "*");
        Refused<ArgumentNullException>(() => Table.From<Car>(null!), "*");
        Refused<ArgumentException>(() => Table.From<Car>([]), "A table needs a row.*");
        Refused<ArgumentException>(() => Table.From(new[] { new object() }), "A table needs a column.*");
        Refused<ArgumentException>(() => Table.FromColumns(), "A table needs a column.*");
        Refused<ArgumentException>(
            () => Table.FromColumns(("a", new int[2]), ("b", new int[3])), "The column 'b' has 3 values, but 'a' has 2.*");
        Refused<ArgumentException>(() => Table.FromColumns(("a", new int[1]), ("a", new int[1])), "Columns 1 and 2 are both named 'a'.*");
        Refused<ArgumentException>(
            () => Table.FromColumns(("a", new Version[] { new(1, 2) })), "Row 1, column 1 (a): a Version can be no cell*");
        Refused<ArgumentNullException>(() => Table.FromColumns(("a", null!)), "*");
    }

    private static IEnumerable<string?> Cells(Table table, string column) =>
        Enumerable.Range(0, table.RowCount).Select(row => table[row, table.IndexOf(column)]);

    private static void Refused<TException>(Func<Table> make, string message)
        where TException : Exception =>
        make.Should().ThrowExactly<TException>().WithMessage(message);
}
