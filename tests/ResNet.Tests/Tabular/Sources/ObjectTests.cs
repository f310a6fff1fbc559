using System.Diagnostics.CodeAnalysis;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Objects by their properties.</summary>
public class ObjectTests
{
    private enum Fuel
    {
        Petrol,
        Diesel,
    }

    private interface INamed
    {
        string? Name { get; }
    }

    private record Vehicle(int Wheels)
    {
        public virtual string Kind => "vehicle";

        public object? Origin { get; init; }
    }

    private sealed record Car(Fuel? Fuel, DateOnly Built, float Power, bool IsNew, string? Name) : Vehicle(4), INamed
    {
        public static int Made => 2;

        public new string? Origin { get; init; }

        [SuppressMessage("Design", "CA1044", Justification = "what cannot be read is no column")]
        public int Unreadable { set => Hidden = value; }

        internal int Hidden { get; private set; }

        public int this[int index] => index;
    }

    private sealed class Broken(string? value)
    {
        public string Value => value ?? throw new InvalidTimeZoneException("mine");
    }

    private struct Point
    {
        public double X { get; init; }

        public double? Y { readonly get; set; }
    }

    [Fact]
    public void Properties_are_columns_those_of_base_types_first()
    {
        Table table = ForeignCulture.In(() => Table.From<Car>(
        [
            new(Fuel.Diesel, new DateOnly(2020, 1, 31), 66.5f, true, "Polo") { Origin = "DE" },
            new(null, new DateOnly(1999, 12, 1), 0.1f, false, null),
        ]));

        table.Columns.Should().Equal("Wheels", "Kind", "Fuel", "Built", "Power", "IsNew", "Name", "Origin");
        table.Row(0).Should().Equal("4", "vehicle", "Diesel", "2020-01-31", "66.5", "true", "Polo", "DE");
        table.Row(1).Should().Equal("4", "vehicle", null, "1999-12-01", "0.1", "false", null, null);
        table.Describe().Columns.Single(column => column.Name == "Built").Type.Should().Be(ColumnType.Date);
    }

    [Fact]
    public void Anonymous_types_and_structs_will_do()
    {
        var rows = Enumerable.Range(0, 3).Select(row => new { X = row * 0.5, Y = row % 2 == 0 ? "a" : "b" });
        Table.From(rows).Row(2).Should().Equal("1", "a");
        Table.From<Point>([new() { X = 1 }, new() { Y = 2.5 }]).Row(1).Should().Equal("0", "2.5");
    }

    [Fact]
    public void What_are_no_rows_is_refused()
    {
        const string select = "select what is to be a column, as in rows.Select(row => new { row.Age, Job = row.Job.Name }).*";
        Refused<ArgumentException>(
            () => Table.From(new[] { new { A = 1, Parts = new List<int>() } }),
            $"The property Parts is a List`1, which can be no cell; {select}");
        Refused<ArgumentException>(() => Table.From(["a", "b"]), $"*which those of the type String are not known to be; {select}");
        Refused<ArgumentException>(() => Table.From([1, 2]), $"*which those of the type Int32 are not known to be; {select}");
        Refused<ArgumentException>(() => Table.From(new object[] { 1 }), $"*of the type Object are not known to be; {select}");
        Refused<ArgumentException>(() => Table.From(new int[][] { [1] }), $"*of the type Int32[] are not known to be; {select}");
        Refused<ArgumentException>(() => Table.From<INamed>([]), $"*of the type INamed are not known to be; {select}");
        Refused<ArgumentException>(() => Table.From([(1, 2)]), "The type ValueTuple`2 has no public properties to be columns.*");
        Refused<ArgumentException>(() => Table.From<Car>([]), "A table needs a row.*");
        Refused<ArgumentNullException>(() => Table.From<Car>([null!]), "*");
        Refused<ArgumentNullException>(() => Table.From<Car>(null!), "*");
        Refused<ArgumentException>(
            () => Table.From<Vehicle>([new(2) { Origin = new byte[1] }]), "Row 1, column 3 (Origin): a Byte[] can be no cell*");
    }

    [Fact]
    public void Errors_of_a_property_come_through() => Refused<InvalidTimeZoneException>(() => Table.From([new Broken(null)]), "mine");

    private static void Refused<TException>(Func<Table> make, string message)
        where TException : Exception =>
        make.Should().ThrowExactly<TException>().WithMessage(message);
}
