using System.Diagnostics.Metrics;

namespace ResNet;

/// <summary>The instruments of the meter <c>ResNet</c>, for <c>dotnet-counters</c> and other listeners.</summary>
internal static class Instruments
{
    private static readonly Meter meter = new("ResNet");
    private static readonly Counter<long> samples = meter.CreateCounter<long>("resnet.training.samples", "{sample}", "Training samples.");
    private static readonly Counter<long> steps = meter.CreateCounter<long>("resnet.training.steps", "{step}", "Training steps completed.");
    private static readonly Counter<long> epochs = meter.CreateCounter<long>("resnet.training.epochs", "{epoch}", "Epochs completed.");
    private static readonly Gauge<double> loss =
        meter.CreateGauge<double>("resnet.training.loss", description: "Mean loss of the last batch.");
    private static readonly Gauge<double> rate =
        meter.CreateGauge<double>("resnet.training.learning_rate", description: "Learning rate of the last step.");
    private static readonly Gauge<double> validationLoss =
        meter.CreateGauge<double>("resnet.validation.loss", description: "Mean loss on the validation data after the last epoch.");

    public static void Step(int batch, double batchLoss, float learningRate)
    {
        samples.Add(batch);
        steps.Add(1);
        loss.Record(batchLoss);
        rate.Record(learningRate);
    }

    public static void Epoch(EpochResult epoch)
    {
        epochs.Add(1);
        if (epoch.Validation is { } validation) validationLoss.Record(validation.Loss);
    }
}
