using System.Diagnostics.Metrics;

namespace ResNet.Tests.Training;

/// <summary>What listeners on the meter <c>ResNet</c> hear of a fit. No other fit may run beside it: the meter is the process's.</summary>
[Collection(RunsAlone.Name)]
public class InstrumentsTests
{
    [Fact]
    public void Samples_steps_and_epochs_are_counted_and_losses_and_learning_rates_recorded()
    {
        List<(string Instrument, long Value)> counted = [];
        List<(string Instrument, double Value)> recorded = [];
        List<TrainingProgress> reports = [];
        TrainingHistory history;
        using (MeterListener listener = ListenerOn("ResNet"))
        {
            listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counted.Add((instrument.Name, value)));
            listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => recorded.Add((instrument.Name, value)));
            listener.Start();
            history = new Trainer(Network.Create(3).AddLayer(8).AddOutput(2).Build(), new TrainerOptions
            {
                BatchSize = 16, Epochs = 2, Optimizer = new Sgd(0.5f), Schedule = new StepSchedule(1, 0.5),
            }).Fit(HalvesData.Of(40), HalvesData.Of(20, seed: 2), new Reports<TrainingProgress>(reports.Add));
        }

        Of("resnet.training.samples", counted).Should().Equal(16, 16, 8, 16, 16, 8);
        Of("resnet.training.steps", counted).Should().Equal(1, 1, 1, 1, 1, 1);
        Of("resnet.training.epochs", counted).Should().Equal(1, 1);
        Of("resnet.training.loss", recorded).Should().Equal(reports.Select(report => report.Loss));
        Of("resnet.training.learning_rate", recorded).Should().Equal(0.5, 0.5, 0.5, 0.25, 0.25, 0.25);
        Of("resnet.validation.loss", recorded).Should().Equal(history.Epochs.Select(epoch => epoch.Validation!.Loss));
        counted.Should().HaveCount(14);
        recorded.Should().HaveCount(14);
    }

    [Fact]
    public void Without_validation_data_no_validation_loss_is_recorded()
    {
        List<string> recorded = [];
        using (MeterListener listener = ListenerOn("ResNet"))
        {
            listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => recorded.Add(instrument.Name));
            listener.Start();
            new Trainer(Network.Create(3).AddOutput(2).Build(), new TrainerOptions { Epochs = 1 }).Fit(HalvesData.Of(40));
        }

        recorded.Should().Equal("resnet.training.loss", "resnet.training.learning_rate");
    }

    private static MeterListener ListenerOn(string meter) => new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter) listener.EnableMeasurementEvents(instrument);
        },
    };

    private static IEnumerable<T> Of<T>(string name, List<(string Instrument, T Value)> measured) =>
        measured.Where(one => one.Instrument == name).Select(one => one.Value);
}
