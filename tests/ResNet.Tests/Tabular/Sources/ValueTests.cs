using System.Numerics;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>The cells that values of each type become, and what a column of them is.</summary>
public class ValueTests
{
    private enum Grade
    {
        Mild,
        Severe,
    }

    private static readonly (Array Values, string?[] Cells, ColumnType Type)[] cases =
    [
        (new double[] { 0.1, -1e300 / 1e280, double.NaN }, ["0.1", "-1E+20", null], ColumnType.Numeric),
        (new float?[] { 0.1f, 16777217, float.NaN }, ["0.1", "16777216", null], ColumnType.Numeric),
        (new[] { (Half)0.1, (Half)2, Half.NaN }, ["0.1", "2", null], ColumnType.Numeric),
        (new decimal?[] { 1.50m, -0.001m, null }, ["1.50", "-0.001", null], ColumnType.Numeric),
        (new byte[] { 1, 2, 255 }, ["1", "2", "255"], ColumnType.Numeric),
        (new sbyte[] { -1, 2, 127 }, ["-1", "2", "127"], ColumnType.Numeric),
        (new short[] { -1, 2, 3 }, ["-1", "2", "3"], ColumnType.Numeric),
        (new ushort[] { 1, 2, 3 }, ["1", "2", "3"], ColumnType.Numeric),
        (new uint[] { 1, 2, 3 }, ["1", "2", "3"], ColumnType.Numeric),
        (new[] { long.MinValue, 2, long.MaxValue }, ["-9223372036854775808", "2", "9223372036854775807"], ColumnType.Numeric),
        (new[] { ulong.MaxValue, 2UL, 3UL }, ["18446744073709551615", "2", "3"], ColumnType.Numeric),
        (new Int128[] { -1, 2, 3 }, ["-1", "2", "3"], ColumnType.Numeric),
        (new UInt128[] { 1, 2, 3 }, ["1", "2", "3"], ColumnType.Numeric),
        (new[] { BigInteger.Pow(10, 30), 2, -3 }, ["1000000000000000000000000000000", "2", "-3"], ColumnType.Numeric),
        (new bool?[] { true, false, null }, ["true", "false", null], ColumnType.Categorical),
        (new Grade?[] { Grade.Mild, Grade.Severe, null }, ["Mild", "Severe", null], ColumnType.Categorical),
        (new[] { 'm', 'f', ' ' }, ["m", "f", null], ColumnType.Categorical),
        (new[] { " Oslo ", "", null }, ["Oslo", null, null], ColumnType.Categorical),
        (new[] { Guid.Empty, default, default }, ["00000000-0000-0000-0000-000000000000", null!, null!], ColumnType.Categorical),
        (new DateOnly?[] { new(2024, 2, 29), new(1, 1, 1), null }, ["2024-02-29", "0001-01-01", null], ColumnType.Date),
        (new[] { new DateTime(2024, 2, 29), new(2024, 2, 29, 9, 5, 0, DateTimeKind.Local), new DateTime(2024, 2, 29).AddTicks(5) },
            ["2024-02-29", "2024-02-29T09:05:00", "2024-02-29T00:00:00.0000005"], ColumnType.Date),
        (new DateTime?[] { new(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), new(2024, 2, 29, 9, 5, 0, DateTimeKind.Utc), null },
            ["2024-02-29T00:00:00Z", "2024-02-29T09:05:00Z", null], ColumnType.Date),
        (new DateTimeOffset?[] { new(2024, 2, 29, 1, 0, 0, TimeSpan.FromHours(2)), DateTimeOffset.UnixEpoch, null },
            ["2024-02-29T01:00:00+02:00", "1970-01-01T00:00:00+00:00", null], ColumnType.Date),
        (new TimeSpan?[] { TimeSpan.FromMinutes(-1.5), TimeSpan.FromDays(2), null }, ["-90", "172800", null], ColumnType.Numeric),
        (new TimeOnly?[] { new(9, 5), new(0, 0, 1, 500), null }, ["32700", "1.5", null], ColumnType.Numeric),
        (new object?[] { 1, 2.5m, DBNull.Value }, ["1", "2.5", null], ColumnType.Numeric),
    ];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach ((int index, (Array values, _, _)) in cases.Index()) data.Add(index, values.GetType().ToString());
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_keeps_its_meaning(int index, string type)
    {
        (Array values, string?[] cells, ColumnType expected) = cases[index];

        Table table = ForeignCulture.In(() => Table.FromColumns(("a", values)));

        IEnumerable<string?> found = Enumerable.Range(0, 3).Select(row => table[row, 0]);
        found.Should().Equal(cells.Select(cell => type == "System.Guid[]" ? cells[0] : cell), type);
        ForeignCulture.In(() => table.Describe()).Columns.Single().Type.Should().Be(expected, type);
    }

    [Fact]
    public void Moments_are_those_of_their_offset()
    {
        DateTimeOffset moment = new(2024, 2, 29, 1, 0, 0, TimeSpan.FromHours(2));
        ColumnDescription column = Table.FromColumns(("when", new[] { moment, moment.AddDays(1) })).Describe().Columns.Single();
        column.Least.Should().Be((moment.UtcDateTime - DateTime.UnixEpoch).TotalDays);
        column.Greatest.Should().Be(column.Least + 1);
    }

    [Fact]
    public void Times_name_their_unit()
    {
        Table table = Table.FromColumns(("took", new[] { TimeSpan.FromHours(1), default }), ("size", new[] { 1.5, 2 }));

        table.Describe().Doubts.Should().Equal("took: times, taken for numbers of seconds");
        table.Describe().Columns[0].Greatest.Should().Be(3600);
    }

    [Fact]
    public void What_is_infinite_is_refused_by_its_place()
    {
        string?[] labels = ["no", "yes", "no"];
        Table table = Table.FromColumns(("size", new[] { 1.5, double.NaN, double.NegativeInfinity }), ("y", labels));

        table.Describe().Columns[0].Missing.Should().BeApproximately(1 / 3.0, 1e-12);
        table.Invoking(rows => TabularModel.Fit(rows, "y")).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 3, column 1 (size): '-Infinity' is infinite.");
    }

    [Fact]
    public void So_many_numbers_that_their_texts_are_not_kept_stay_the_same_numbers()
    {
        double[] numbers = [.. Enumerable.Range(0, 100_000).Select(i => i / 7.0 - 5), double.NaN];
        long[] whole = [.. Enumerable.Range(0, numbers.Length).Select(i => 5_000_000_000L - i * 3L)];

        Table table = Table.FromColumns(("a", numbers), ("b", whole));

        table.Cells(0).Mark.Should().Be('.');
        for (int row = 0; row < 100_000; row++) table.Cells(0).NumberIn(row).Should().Be(numbers[row]);
        table[100_000, 0].Should().BeNull();
        for (int row = 0; row < whole.Length; row++) table.Cells(1).NumberIn(row).Should().Be(whole[row]);
        table.Describe().Columns[0].Missing.Should().Be(1 / 100_001.0);
    }
}
