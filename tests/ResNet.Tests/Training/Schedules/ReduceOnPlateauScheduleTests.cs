using static ResNet.Tests.Training.Schedules.Timeline;

namespace ResNet.Tests.Training.Schedules;

public class ReduceOnPlateauScheduleTests
{
    [Fact]
    public void The_factor_falls_after_each_row_without_improvement()
    {
        var schedule = new ReduceOnPlateauSchedule { Patience = 2, Reduction = 0.5 };

        // an improvement, none, an improvement, none, none: ½; none (a new row), none: ¼; an improvement, none
        FactorsAfter(schedule, Epoch(5), Epoch(5), Epoch(4), Epoch(4), Epoch(4.5), Epoch(4), Epoch(4), Epoch(3), Epoch(3))
            .Should().Equal(1, 1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25);
    }

    [Fact]
    public void A_gain_counts_only_above_the_minimum()
    {
        EpochResult[] epochs = [Epoch(5), Epoch(4.5), Epoch(4), Epoch(3.5), Epoch(3), Epoch(2.5)];

        // against the last improvement: 5, then 4.5 is an improvement of just ½ and none, 4 of 1, 3.5 none, 3 of 1, 2.5 none
        FactorsAfter(new ReduceOnPlateauSchedule { Patience = 1, Reduction = 0.5, MinimumImprovement = 0.5 }, epochs)
            .Should().Equal(1, 1, 0.5, 0.5, 0.25, 0.25, 0.125);
        FactorsAfter(new ReduceOnPlateauSchedule { Patience = 1, Reduction = 0.5 }, epochs).Should().AllBeEquivalentTo(1.0);
    }

    [Fact]
    public void Ten_epochs_and_a_tenth_are_the_defaults()
    {
        EpochResult[] epochs = [.. Enumerable.Repeat(Epoch(1), 11)];

        double[] factors = FactorsAfter(new ReduceOnPlateauSchedule(), epochs);

        factors[..11].Should().AllBeEquivalentTo(1.0);
        factors[11].Should().Be(0.1);
    }

    [Fact]
    public void The_validation_loss_is_watched_where_there_is_one()
    {
        var schedule = new ReduceOnPlateauSchedule { Patience = 1, Reduction = 0.5 };

        FactorsAfter(schedule, Epoch(3, validationLoss: 1), Epoch(2, validationLoss: 1)).Should().Equal(1, 1, 0.5);
        FactorsAfter(schedule, Epoch(3, validationLoss: 2), Epoch(3, validationLoss: 1)).Should().Equal(1, 1, 1);
    }

    [Fact]
    public void A_metric_is_watched_by_its_own_sense()
    {
        EpochResult[] rising = [WithMetric(validation: 1), WithMetric(validation: 2)];

        FactorsAfter(Watching(higherIsBetter: true), rising).Should().Equal(1, 1, 1);
        FactorsAfter(Watching(higherIsBetter: false), rising).Should().Equal(1, 1, 0.5);
    }

    [Fact]
    public void A_metric_is_watched_on_the_training_data_where_there_is_no_other()
    {
        EpochResult epoch = Epoch(1) with { Metrics = new Dictionary<string, double> { ["wit"] = 3 } };

        epoch.Watched(new Wit(higherIsBetter: false)).Should().Be(3);
        epoch.Watched(new Wit(higherIsBetter: true)).Should().Be(-3);
        WithMetric(validation: 5).Watched(new Wit(higherIsBetter: false)).Should().Be(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NaN_is_the_worst(bool higherIsBetter)
    {
        WithMetric(double.NaN).Watched(new Wit(higherIsBetter)).Should().Be(double.PositiveInfinity);
        Epoch(double.NaN).Watched(metric: null).Should().Be(double.PositiveInfinity);
        FactorsAfter(Watching(higherIsBetter), WithMetric(double.NaN), WithMetric(1), WithMetric(double.NaN))
            .Should().Equal(1, 0.5, 0.5, 0.25);
    }

    [Fact]
    public void A_metric_that_is_not_measured_cannot_be_watched()
    {
        Action watch = () => Epoch(1).Watched(new Wit(higherIsBetter: true));

        watch.Should().Throw<InvalidOperationException>()
            .WithMessage("The metric 'wit' is monitored, but it was not measured.");
    }

    private static ReduceOnPlateauSchedule Watching(bool higherIsBetter) =>
        new() { Patience = 1, Reduction = 0.5, Metric = new Wit(higherIsBetter) };

    /// <summary>An epoch whose training metric says nothing.</summary>
    private static EpochResult WithMetric(double validation) => Epoch(1) with
    {
        Metrics = new Dictionary<string, double> { ["wit"] = 0 },
        Validation = new Evaluation(1, ErrorRate: null) { Metrics = new Dictionary<string, double> { ["wit"] = validation } },
    };

    private sealed class Wit(bool higherIsBetter) : Metric("wit", higherIsBetter)
    {
        public override double Measure(Predictions predictions) => throw new NotSupportedException();
    }
}
