using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;

namespace ResNet.Tests.Training;

/// <summary>A loss, a metric and a schedule made outside the library, in one fit.</summary>
public class UsersOwnTests
{
    [Fact]
    public void A_quantile_is_learned_by_a_loss_a_metric_and_a_schedule_of_the_users_own()
    {
        // the features are all 0, so the only thing to learn is the bias; at most 8 of the 10 targets are below t for t in [7, 8]
        Dataset data = Targets(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Network network = Build();
        List<TrainingProgress> reports = [];
        var trainer = new Trainer(network, new TrainerOptions
        {
            Loss = new PinballLoss(0.8f),
            Optimizer = new Sgd(1),
            Metrics = [new WithinOne()],
            Schedule = new Triangle(),
            Epochs = 100,
        });
        TrainingHistory history = trainer.Fit(data, validation: data, new Reports<TrainingProgress>(reports.Add));

        float quantile = network.Predict([0f])[0];
        quantile.Should().BeInRange(6.95f, 8.05f);
        double within = data.Targets!.Enumerate().Count(target => Math.Abs(target - quantile) <= 1) / 10.0;
        history.Epochs[^1].Validation!.Metrics.Should().Equal(new Dictionary<string, double> { ["within one"] = within });
        history.Epochs[0].Metrics["within one"].Should().Be(0.2, "before the first step the output is 0");
        reports[^1].LastEpoch.Should().BeSameAs(history.Epochs[^1]);

        // mean of 0.8·t at the output 0; then the triangle's first steps, 1/50 and 2/50, and its peak
        history.Epochs[0].Loss.Should().BeApproximately(3.6, 1e-6);
        history.Epochs.Take(2).Select(epoch => epoch.LearningRate).Should().Equal(0.02f, 0.04f);
        reports.Max(report => report.LearningRate).Should().Be(reports[49].LearningRate).And.Be(1);
    }

    [Fact]
    public void A_metrics_refusal_reaches_the_caller_before_training()
    {
        Network network = Build();
        int[] before = Bits.Of(network);
        Dataset few = Targets(1, 2), many = Targets(1, 2, 3, 4, 5);
        TrainerOptions[] ways =
        [
            new() { Loss = Loss.MeanSquaredError, Metrics = [new WithinOne()] },
            new() { Loss = Loss.MeanSquaredError, EarlyStopping = new EarlyStopping { Metric = new WithinOne() } },
            new() { Loss = Loss.MeanSquaredError, Schedule = new ReduceOnPlateauSchedule { Metric = new WithinOne() } },
        ];
        foreach (TrainerOptions options in ways)
        {
            var trainer = new Trainer(network, options);
            foreach (Action use in (Action[])[() => trainer.Fit(few), () => trainer.Fit(many, few), () => trainer.Evaluate(few)])
            {
                use.Should().Throw<ArgumentException>().WithMessage("Two samples say nothing.");
            }
        }

        Bits.Of(network).Should().Equal(before);
    }

    [Fact]
    public void The_librarys_metrics_refuse_data_before_training_too()
    {
        var trainer = new Trainer(Build(), new TrainerOptions { Loss = Loss.MeanSquaredError, Metrics = [Metric.Accuracy] });
        trainer.Invoking(t => t.Fit(Targets(1, 2, 3))).Should().Throw<ArgumentException>()
            .WithMessage("The metric 'accuracy' cannot be used*");
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(-1, "-1")]
    public void A_factor_that_is_no_learning_rate_is_refused_with_its_step(double factor, string named)
    {
        Network network = Build();
        var trainer = new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, BatchSize = 2, Epochs = 2, Schedule = new From(step: 3, factor),
        });
        trainer.Invoking(t => t.Fit(Targets(1, 2, 3, 4))).Should().Throw<InvalidOperationException>()
            .WithMessage($"The schedule gave the factor {named} at step 3; it must be finite and not negative.");
        network.Invoking(n => n.Predict([0f])).Should().NotThrow("the fit has let go of it");
    }

    [Fact]
    public void A_factor_of_0_is_a_step_that_changes_nothing()
    {
        Network network = Build();
        int[] before = Bits.Of(network);
        new Trainer(network, new TrainerOptions { Loss = Loss.MeanSquaredError, Schedule = new From(step: 0, factor: 0) })
            .Fit(Targets(1, 2, 3)).Epochs.Should().HaveCount(10).And.OnlyContain(epoch => epoch.LearningRate == 0);
        Bits.Of(network).Should().Equal(before);
    }

    private static Network Build() => Network.Create(1).AddOutput(1).Build();

    private static Dataset Targets(params float[] targets) =>
        Dataset.ForRegression(Matrix<float>.Build.Dense(1, targets.Length), Matrix<float>.Build.Dense(1, targets.Length, targets));

    /// <summary>ℓ = max(τd, (τ − 1)d) with d = t − z, which is least where z is the τ-quantile of t.</summary>
    private sealed class PinballLoss(float quantile) : Loss
    {
        public override void Check(Dataset data, int outputs, string parameter)
        {
            if (data.Targets?.RowCount != outputs) throw new ArgumentException("A quantile needs one target for each output.", parameter);
        }

        public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient)
        {
            float loss = 0;
            for (int i = 0; i < z.Length; i++)
            {
                float deviation = target.Values[i] - z[i];
                loss += Math.Max(quantile * deviation, (quantile - 1) * deviation);
                if (!gradient.IsEmpty) gradient[i] = deviation > 0 ? -quantile : 1 - quantile;
            }

            return loss;
        }
    }

    /// <summary>The share of outputs at most 1 off.</summary>
    private sealed class WithinOne() : Metric("within one", higherIsBetter: true)
    {
        public override double Measure(Predictions predictions) =>
            (predictions.Outputs - predictions.Data.Targets).Enumerate().Average(deviation => Math.Abs(deviation) <= 1 ? 1.0 : 0);

        public override void Check(Dataset data, int outputs)
        {
            if (data.Count <= 2) throw new ArgumentException("Two samples say nothing.");
        }
    }

    /// <summary>Up to 1 in the middle of the fit and down again, in a straight line.</summary>
    private sealed class Triangle : Schedule
    {
        public override double Factor(in TrainingTime time) => 1 - Math.Abs(2.0 * (time.Step + 1) / time.Steps - 1);
    }

    private sealed class From(int step, double factor) : Schedule
    {
        public override double Factor(in TrainingTime time) => time.Step < step ? 1 : factor;
    }
}
