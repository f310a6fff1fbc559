using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Rows count by their weights: in the loss of a fit, and in what is measured.</summary>
public class RowWeightsTests
{
    private static readonly Table table = Rows(people: [1, 2, 3, 4]);

    private static readonly TabularOptions brief = new()
    {
        Network = builder => builder.AddLayer(2),
        Training = training => training with { Epochs = 3 },
        Validation = 0,
        Task = TabularTask.Regression,
    };

    [Fact]
    public void A_column_of_weights_is_an_array_of_them()
    {
        float[] people = [.. Enumerable.Range(0, 40).Select(row => row % 4 + 1f)];
        TabularModel byColumn = TabularModel.Fit(table, "y", brief with { Weights = RowWeights.InColumn("people") });
        TabularModel byArray = TabularModel.Fit(
            table, "y", brief with { Weights = RowWeights.Of(people), Columns = Ignoring("people") });

        Weights(byColumn).Should().Equal(Weights(byArray));
        byColumn.Encoder.FeatureNames.Should().Equal("x");
        Weights(byColumn).Should().NotEqual(Weights(TabularModel.Fit(table, "y", brief with { Columns = Ignoring("people") })));
        byColumn.Predict(Rows(people: null))[0].Value.Should().NotBeNull("rows to predict need no weights");
    }

    [Fact]
    public void Equal_weights_are_none()
    {
        RowWeights equal = RowWeights.Of([.. Enumerable.Repeat(3f, 40)]);

        Weights(TabularModel.Fit(table, "y", brief with { Weights = equal })).Zip(Weights(TabularModel.Fit(table, "y", brief)))
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
    }

    [Fact]
    public void Weights_follow_their_rows_when_some_are_held_out()
    {
        // the weights of the rows held out count in the validation loss: all but one of them are 0, so that the loss is that row's alone
        TabularOptions halves = brief with { Validation = 0.5, Seed = 3, Columns = Ignoring("people") };
        int[] heldOut = Strata.Split(new int[40], 0.5, seed: 3).HeldOut;
        float[] weights = [.. Enumerable.Range(0, 40).Select(row => heldOut.Contains(row) && row != heldOut[4] ? 0f : 1f)];
        TabularModel model = TabularModel.Fit(table, "y", halves with { Weights = RowWeights.Of(weights) });

        EpochResult best = model.History!.Epochs[model.History.BestEpoch!.Value - 1];
        double miss = model.Predict(table.Rows([heldOut[4]]))[0].Value!.Value - Number(heldOut[4]);
        double deviation = Deviation(Enumerable.Range(0, 40).Except(heldOut).Select(row => Number(row)));
        best.Validation!.Loss.Should().BeApproximately(miss * miss / (deviation * deviation), 1e-3);
    }

    [Fact]
    public void Measured_rows_count_by_weights_too()
    {
        TabularModel model = TabularModel.Fit(table, "y", brief with { Weights = RowWeights.InColumn("people") });
        Table repeated = table.Rows([.. Enumerable.Range(0, 40).SelectMany(row => Enumerable.Repeat(row, row % 4 + 1))]);

        MetricValues weighted = model.Evaluate(table, metrics: null, RowWeights.InColumn("people"));
        foreach ((string name, double value) in model.Evaluate(repeated)) weighted[name].Should().BeApproximately(value, 1e-9, name);
        model.Evaluate(table, [Metric.MeanAbsoluteError], weights: null).Keys.Should().Equal("mae");
    }

    [Fact]
    public void What_is_no_weight_is_refused()
    {
        Refused<InvalidDataException>(Rows(people: [1, -2]), RowWeights.InColumn("people"),
            "Row 2, column 2 (people): a weight must not be negative.");
        Refused<InvalidDataException>(Rows(people: [1, null]), RowWeights.InColumn("people"),
            "Row 2, column 2 (people): the weight is missing.");
        Refused<InvalidDataException>(Rows(people: [0, 0]), RowWeights.InColumn("people"),
            "The table, column 2 (people): at least one weight must be above 0.");
        Refused<ArgumentException>(table, RowWeights.InColumn("persons"), "The table has no column 'persons'*");
        Refused<ArgumentException>(table, RowWeights.InColumn("y"), "The label 'y' cannot be the column of weights, too.");
        Refused<ArgumentException>(table, RowWeights.Of(1, 2), "There are 2 weights, but 40 rows.");
        FluentActions.Invoking(() => RowWeights.Of(1, float.NaN)).Should().ThrowExactly<ArgumentException>()
            .WithMessage("Weight 1 is NaN; it must be finite and not negative.*");
        FluentActions.Invoking(() => RowWeights.Of(0, 0)).Should().ThrowExactly<ArgumentException>();
    }

    private static void Refused<TException>(Table rows, RowWeights weights, string message)
        where TException : Exception =>
        FluentActions.Invoking(() => TabularModel.Fit(rows, "y", brief with { Weights = weights })).Should().ThrowExactly<TException>()
            .WithMessage(message);

    /// <summary>Forty rows with x, a number of people that comes round, and y.</summary>
    private static Table Rows(int?[]? people)
    {
        string[] columns = people is null ? ["x", "y"] : ["x", "people", "y"];
        return new Table(columns, Enumerable.Range(0, 40).Select(row => people is null
            ? new string?[] { $"{row}", $"{row * row}" }
            : [$"{row}", people[row % people.Length]?.ToString(CultureInfo.InvariantCulture), $"{row * row}"]));
    }

    private static TableOptions Ignoring(string column) =>
        new() { ColumnTypes = new Dictionary<string, ColumnType> { [column] = ColumnType.Ignored } };

    private static float[] Weights(TabularModel model) =>
        [.. model.Network.Parameters.SelectMany(parameter => parameter.Value.ToColumnMajorArray())];

    private static double Number(int row) => double.Parse(table[row, 2]!, CultureInfo.InvariantCulture);

    private static double Deviation(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
    }
}
