using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Validation rows of their own, and a seed that reaches all that is random.</summary>
public class ValidationRowsTests
{
    private static readonly Table training = Line(60, first: 0);
    private static readonly Table validation = Line(20, first: 100);

    private static readonly TabularOptions brief = new()
    {
        Network = builder => builder.AddLayer(4),
        Training = training => training with { Epochs = 3 },
    };

    [Fact]
    public void All_training_rows_are_learned_from_where_validation_has_rows_of_its_own()
    {
        TabularModel model = TabularModel.Fit(training, "y", brief with { ValidationRows = validation });
        EpochResult best = model.History!.Epochs[model.History.BestEpoch!.Value - 1];

        // the loss is the mean squared error in standard deviations of the training rows, all of them
        double deviation = 2 * Math.Sqrt((60 * 60 - 1) / 12.0);
        best.Validation!.Loss.Should().BeApproximately(Math.Pow(model.Evaluate(validation)["rmse"] / deviation, 2), 1e-3);
    }

    [Fact]
    public void They_are_read_as_rows_to_test_on()
    {
        var odd = new Table(["x", "y"], [["much", "3"], ["1", "2"]]);

        FluentActions.Invoking(() => TabularModel.Fit(training, "y", brief with { ValidationRows = odd })).Should()
            .ThrowExactly<InvalidDataException>().WithMessage("Row 1, column 1 (x): expected a number, but found 'much'*");
        FluentActions.Invoking(() => TabularModel.Fit(training, "y", brief with { ValidationRows = new Table(["y"], [["1"]]) })).Should()
            .ThrowExactly<ArgumentException>().WithMessage("The table has no column 'x'*");
    }

    [Fact]
    public void The_seed_reaches_the_order_of_rows()
    {
        TrainerOptions? given = null;
        TabularModel.Fit(training, "y", brief with { Seed = 7, Training = options => given = options with { Epochs = 1 } });

        given!.Seed.Should().Be(7);
    }

    private static Table Line(int rows, int first) =>
        new(["x", "y"], Enumerable.Range(first, rows).Select(x => new[] { $"{x}", $"{2 * x + 1}" }));
}
