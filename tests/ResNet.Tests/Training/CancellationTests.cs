using ResNet.Tests.Kernels;

namespace ResNet.Tests.Training;

/// <summary>A cancelled fit returns what it has.</summary>
public class CancellationTests
{
    [Fact]
    public void Nothing_is_trained_where_the_fit_is_cancelled_before_it_begins()
    {
        Network network = Build();
        int[] before = Bits.Of(network);
        TrainingHistory history = new Trainer(network, Options).Fit(HalvesData.Of(40), cancellation: new CancellationToken(canceled: true));
        history.StopReason.Should().Be(StopReason.Cancelled);
        history.Epochs.Should().BeEmpty();
        Bits.Of(network).Should().Equal(before);
    }

    [Fact]
    public void Whole_epochs_and_the_last_batchs_weights_stay()
    {
        Network network = Build();
        using CancellationTokenSource source = new();
        int[] atTheCancel = [];
        TrainingHistory history = new Trainer(network, Options).Fit(
            HalvesData.Of(40),
            progress: new Reports<TrainingProgress>(report =>
            {
                if (report is not { Epoch: 3, Batch: 2 }) return;
                source.Cancel();
                atTheCancel = Bits.Of(network);
            }),
            cancellation: source.Token);

        history.StopReason.Should().Be(StopReason.Cancelled);
        history.Epochs.Select(epoch => epoch.Epoch).Should().Equal(1, 2);
        Bits.Of(network).Should().Equal(atTheCancel);
    }

    [Fact]
    public void A_cancelled_trainer_can_fit_again()
    {
        var trainer = new Trainer(Build(), Options);
        trainer.Fit(HalvesData.Of(40), cancellation: new CancellationToken(canceled: true));
        trainer.Fit(HalvesData.Of(40)).Should()
            .Match<TrainingHistory>(history => history.StopReason == StopReason.Completed && history.Epochs.Count == 5);
    }

    private static TrainerOptions Options => new() { Epochs = 5, BatchSize = 16 };

    private static Network Build() => Network.Create(3).AddLayer(8).AddOutput(2).Build(seed: 5);
}
