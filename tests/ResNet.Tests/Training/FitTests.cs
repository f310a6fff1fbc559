using ResNet.Tests.Kernels;

namespace ResNet.Tests.Training;

public class FitTests
{
    [Fact]
    public void Progress_counts_epochs_and_batches_from_one()
    {
        List<TrainingProgress> reports = [];
        new Trainer(Build(), Options(epochs: 2)).Fit(HalvesData.Of(40), progress: new Reports<TrainingProgress>(reports.Add));

        reports.Select(report => (report.Epoch, report.Batch)).Should().Equal((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3));
        reports.Should().OnlyContain(report => report.Epochs == 2 && report.Batches == 3 && report.Loss > 0);
    }

    [Fact]
    public void An_epochs_loss_weights_each_batch_by_its_size()
    {
        List<TrainingProgress> reports = [];
        TrainingHistory history = new Trainer(Build(), Options(epochs: 1))
            .Fit(HalvesData.Of(40), progress: new Reports<TrainingProgress>(reports.Add));
        double expected = (16 * reports[0].Loss + 16 * reports[1].Loss + 8 * reports[2].Loss) / 40;
        history.Epochs.Single().Loss.Should().BeApproximately(expected, 1e-12);
    }

    [Fact]
    public void The_history_has_every_epoch_with_loss_and_error()
    {
        TrainingHistory history = new Trainer(Build(), Options(epochs: 30)).Fit(HalvesData.Of(200));
        history.StopReason.Should().Be(StopReason.Completed);
        history.Epochs.Select(epoch => epoch.Epoch).Should().Equal(Enumerable.Range(1, 30));
        history.Epochs.Should().OnlyContain(epoch => epoch.Validation == null && epoch.Duration >= TimeSpan.Zero);
        history.Epochs[^1].Loss.Should().BeLessThan(history.Epochs[0].Loss / 2);
        history.Epochs[^1].ErrorRate.Should().BeLessThan(0.1).And.BeLessThan(history.Epochs[0].ErrorRate!.Value);
    }

    [Fact]
    public void Validation_is_what_evaluate_gives_after_the_epoch()
    {
        Dataset validation = HalvesData.Of(50, seed: 2);
        var trainer = new Trainer(Build(), Options(epochs: 3));
        TrainingHistory history = trainer.Fit(HalvesData.Of(40), validation);
        history.Epochs.Should().OnlyContain(epoch => epoch.Validation != null);
        history.Epochs[^1].Validation.Should().Be(trainer.Evaluate(validation));
        history.Epochs[0].Validation.Should().NotBe(history.Epochs[1].Validation);
    }

    [Fact]
    public void Validation_does_not_change_what_is_learned()
    {
        Network with = Build(), without = Build();
        new Trainer(with, Options(epochs: 3)).Fit(HalvesData.Of(40), HalvesData.Of(50, seed: 2));
        new Trainer(without, Options(epochs: 3)).Fit(HalvesData.Of(40));
        Bits.Of(with).Should().Equal(Bits.Of(without));
    }

    [Fact]
    public void Evaluate_gives_mean_loss_and_share_of_errors()
    {
        Network network = Build();
        Dataset data = HalvesData.Of(50);
        Networks.MeanLoss loss = Networks.MeanLoss.Of(Loss.SoftmaxCrossEntropy, data, network.Predict(data.Inputs));
        int wrong = Enumerable.Range(0, 50).Count(i => network.Predict(data.Inputs).Column(i).MaximumIndex() != data.Labels![i]);

        Evaluation evaluation = new Trainer(network).Evaluate(data);
        evaluation.Loss.Should().BeApproximately(loss.Value, 1e-6);
        evaluation.ErrorRate.Should().Be(wrong / 50.0);
    }

    [Fact]
    public void In_regression_there_is_no_error()
    {
        Dataset data = Dataset.ForRegression(Layers.NormalBatch.Of(3, 20), Layers.NormalBatch.Of(2, 20));
        var trainer = new Trainer(Build(), new TrainerOptions { Loss = Loss.MeanSquaredError, Epochs = 1 });
        trainer.Fit(data, data).Epochs.Single().Should()
            .Match<EpochResult>(epoch => epoch.ErrorRate == null && epoch.Validation!.ErrorRate == null);
    }

    [Fact]
    public void A_second_fit_goes_on_where_the_first_ended()
    {
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(0.05f) { Momentum = 0.9f }, new Adam(0.01f) })
        {
            Network twice = Build(), once = Build();
            var trainer = new Trainer(twice, Options(epochs: 2, optimizer));
            trainer.Fit(HalvesData.Of(40)).Epochs.Should().HaveCount(2);
            trainer.Fit(HalvesData.Of(40)).Epochs.Select(epoch => epoch.Epoch).Should().Equal(1, 2);
            new Trainer(once, Options(epochs: 4, optimizer)).Fit(HalvesData.Of(40));
            Bits.Of(twice).Should().Equal(Bits.Of(once));
        }
    }

    [Fact]
    public void One_options_object_serves_two_trainers()
    {
        TrainerOptions options = Options(epochs: 2, new Adam(0.01f));
        Network first = Build(), second = Build(), alone = Build();
        Trainer one = new(first, options), two = new(second, options);
        one.Fit(HalvesData.Of(40));
        two.Fit(HalvesData.Of(40));
        one.Fit(HalvesData.Of(40));

        new Trainer(alone, Options(epochs: 2, new Adam(0.01f))).Fit(HalvesData.Of(40));
        Bits.Of(second).Should().Equal(Bits.Of(alone));
        Bits.Of(first).Should().NotEqual(Bits.Of(alone));
    }

    [Fact]
    public void The_seed_fixes_the_order_of_the_samples()
    {
        Network one = Build(), same = Build(), other = Build();
        foreach ((Network network, int seed) in new[] { (one, 1), (same, 1), (other, 2) })
        {
            new Trainer(network, new TrainerOptions { BatchSize = 16, Epochs = 1, Seed = seed }).Fit(HalvesData.Of(40));
        }

        Bits.Of(same).Should().Equal(Bits.Of(one));
        Bits.Of(other).Should().NotEqual(Bits.Of(one));
    }

    private static TrainerOptions Options(int epochs, Optimizer? optimizer = null) =>
        new()
        {
            Epochs = epochs, BatchSize = 16, Threads = 1, Optimizer = optimizer ?? new Sgd(0.05f) { Momentum = 0.9f },
            Schedule = Schedule.Constant,
        };

    private static Network Build() => Network.Create(3).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 5);
}
