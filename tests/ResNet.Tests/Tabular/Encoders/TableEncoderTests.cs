using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class TableEncoderTests
{
    private static readonly Table cars = new(
        ["age", "fuel", "name", "label"],
        [
            ["1", "petrol", null, "a"],
            [null, null, null, "b"],
            ["3", "diesel", null, "a"],
            ["8", "petrol", null, "b"],
        ]);

    private static readonly TableOptions standardized = new() { Scaling = NumericScaling.Standardize };

    [Fact]
    public void Types_are_found()
    {
        var encoder = TableEncoder.Fit(cars, "label");

        encoder.ColumnTypes.Should().BeEquivalentTo(new Dictionary<string, ColumnType>
        {
            ["age"] = ColumnType.Numeric,
            ["fuel"] = ColumnType.Categorical,
            ["name"] = ColumnType.Ignored,
        });
        encoder.FeatureNames.Should().Equal("age", "age is missing", "fuel=diesel", "fuel=petrol", "fuel is missing");
    }

    [Fact]
    public void Types_are_as_told()
    {
        var encoder = TableEncoder.Fit(cars, "fuel", Types(("age", ColumnType.Categorical), ("label", ColumnType.Ignored)));

        encoder.FeatureNames.Should().Equal("age=1", "age=3", "age=8", "age is missing");
    }

    [Theory]
    [InlineData("1e3", true)]
    [InlineData("-.5", true)]
    [InlineData("0x10", false)]
    [InlineData("12a", false)]
    public void A_number_is_finite_and_invariant(string cell, bool isNumber)
    {
        var encoder = TableEncoder.Fit(new Table(["x", "y"], [["1", "a"], [cell, "a"]]), "y");

        encoder.ColumnTypes["x"].Should().Be(isNumber ? ColumnType.Numeric : ColumnType.Categorical);
    }

    [Fact]
    public void A_missing_number_counts_as_the_median_and_is_marked()
    {
        // of 1, 3, 8: mean 4, variance (9 + 1 + 16)/3
        float deviation = MathF.Sqrt(26 / 3f);
        var encoder = TableEncoder.Fit(cars, "label", standardized);
        float[,] features = encoder.Encode(cars).ToArray();

        Enumerable.Range(0, 4).Select(row => features[0, row]).Should().BeEquivalentTo(
            [-3 / deviation, -1 / deviation, -1 / deviation, 4 / deviation],
            equal => equal.WithStrictOrdering()
                .Using<float>(pair => pair.Subject.Should().BeApproximately(pair.Expectation, 1e-6f)).WhenTypeIs<float>());
        Enumerable.Range(0, 4).Select(row => features[1, row]).Should().Equal(0, 1, 0, 0);
    }

    [Fact]
    public void Categories_are_one_hot_and_missing_is_one_of_them()
    {
        float[][] columns = TableEncoder.Fit(cars, "label").Encode(cars).ToColumnArrays();

        columns.Select(column => column[2..]).Should().BeEquivalentTo(
            new float[][] { [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0] }, equal => equal.WithStrictOrdering());
    }

    [Fact]
    public void Later_rows_change_nothing_and_what_is_unknown_is_zero()
    {
        var encoder = TableEncoder.Fit(cars.Rows([0, 2, 3]), "label", standardized);
        encoder.FeatureNames.Should().Equal("age", "fuel=diesel", "fuel=petrol");

        // columns in another order, one more, no label; a missing age counts as the median 3, a missing fuel as unknown
        var later = new Table(["new", "fuel", "age"], [["x", "gas", "4"], ["x", null, null], ["x", "diesel", "1000"]]);
        float[][] columns = encoder.Encode(later).ToColumnArrays();

        columns[0].Should().Equal(0, 0, 0);
        columns[1][0].Should().BeApproximately(-1 / MathF.Sqrt(26 / 3f), 1e-6f);
        columns[1][1..].Should().Equal(0, 0);
        columns[2][1..].Should().Equal(1, 0);
        encoder.Encode(cars.Rows([0])).Column(0).Should().Equal(encoder.Encode(cars).Column(0));
    }

    [Fact]
    public void Categories_as_codes_are_one_feature_and_0_is_unknown()
    {
        var encoder = TableEncoder.Fit(cars, "label", new TableOptions { CategoryEncoding = CategoryEncoding.Codes });

        encoder.FeatureNames.Should().Equal("age", "age is missing", "fuel");
        encoder.Codes.Should().Equal(new CategoryCodes("fuel", Feature: 2, Count: 4));
        encoder.Encode(cars).Row(2).Should().Equal(2, 3, 1, 2);
        encoder.Encode(new Table(["age", "fuel"], [["1", "gas"]]))[2, 0].Should().Be(0);
        TableEncoder.Fit(cars.Rows([0, 2]), "label", new TableOptions { CategoryEncoding = CategoryEncoding.Codes })
            .Encode(cars).Row(1).Should().Equal(2, 0, 1, 2);
    }

    [Theory]
    [InlineData(NumericScaling.Standardize)]
    [InlineData(NumericScaling.QuantileNormal)]
    public void A_constant_column_becomes_zero(NumericScaling scaling)
    {
        var table = new Table(["x", "y"], [["0.1", "a"], ["0.1", "b"], ["0.1", "b"]]);
        var encoder = TableEncoder.Fit(table, "y", new TableOptions { Scaling = scaling });

        encoder.Encode(table).Row(0).Should().Equal(0, 0, 0);
        encoder.Encode(new Table(["x"], [["5"], ["-5"]])).Row(0).Should().Equal(0, 0);
    }

    [Fact]
    public void What_cannot_be_encoded_is_refused()
    {
        Refused<ArgumentException>(
            () => TableEncoder.Fit(cars, "price"), "The table has no column 'price'; there are age, fuel, name, label.*");
        Refused<ArgumentException>(() => TableEncoder.Fit(cars, "label", Types(("prize", ColumnType.Numeric))), "*no column 'prize'*");
        Refused<ArgumentException>(() => TableEncoder.Fit(new Table(["y"], [["a"]]), "y"), "There is no column to learn from except 'y'.*");
        Refused<InvalidDataException>(
            () => TableEncoder.Fit(cars, "label", Types(("fuel", ColumnType.Numeric))),
            "Row 1, column 2 (fuel): expected a number, but found 'petrol'.");
        Refused<InvalidDataException>(
            () => TableEncoder.Fit(cars, "label", Types(("name", ColumnType.Numeric))),
            "The table, column 3 (name): a numeric column needs a value to learn from, but all are missing.");
        Refused<ArgumentException>(() => TableEncoder.Fit(cars, "label").Encode(new Table(["age"], [["1"]])), "*no column 'fuel'*");
        Refused<InvalidDataException>(
            () => TableEncoder.Fit(cars, "label").Encode(new Table(["fuel", "age"], [["gas", "1"], ["gas", "old"]])),
            "Row 2, column 2 (age): expected a number, but found 'old'; TableOptions.OddCells can take it for missing.");
    }

    [Fact]
    public void A_column_that_only_its_encoder_refuses_is_refused_as_others_are()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 9000).Select(row => $"{row}.5,{row}.5,a").Append("2024-01-31,2024-01-31,b");
        Table table = CsvText.Read("x,y,z\n" + string.Join('\n', rows));
        TableOptions told = Types(("y", ColumnType.Date), ("x", ColumnType.Date)) with { OddCells = OddCells.Missing };

        Refused<InvalidDataException>(
            () => TableEncoder.Fit(table, "z", told), "cars.csv, column 1 (x): expected a date, but found numbers.");
    }

    [Fact]
    public void Many_categories_are_codes_by_themselves()
    {
        Table Names(int count) => new(["name", "y"], Enumerable.Range(0, 2 * count).Select(row => new[] { $"n{row / 2}", "a" }));

        TableEncoder.Fit(Names(100), "y").FeatureNames.Should().HaveCount(100);
        TableEncoder.Fit(Names(101), "y").Codes.Should().Equal(new CategoryCodes("name", Feature: 0, Count: 102));
    }

    private static TableOptions Types(params (string Column, ColumnType Type)[] types) =>
        new() { ColumnTypes = types.ToDictionary(pair => pair.Column, pair => pair.Type) };

    private static void Refused<TException>(Func<object> make, string message)
        where TException : Exception =>
        make.Should().ThrowExactly<TException>().WithMessage(message);
}
