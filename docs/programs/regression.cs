// Fits numbers with early stopping on a metric of its own, on generated measurements, some of which are far off:
// dotnet run docs/programs/regression.cs
#:project ../../src/ResNet

using ResNet;

// A known function of five inputs (Friedman 1991), with a small error everywhere and a large one in every twentieth sample.
var random = new Random(1);
float[][] rows = [.. Enumerable.Range(0, 3000).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextSingle()).ToArray())];
float[] targets = [.. rows.Select((x, i) => 10 * MathF.Sin(MathF.PI * x[0] * x[1]) + 20 * (x[2] - 0.5f) * (x[2] - 0.5f)
    + 10 * x[3] + 5 * x[4] + (random.NextSingle() - 0.5f) * (i % 20 == 0 ? 50 : 1))];

(Dataset rest, Dataset test) = Dataset.ForRegression(rows, targets).Split(heldOut: 0.2, seed: 1);
(Dataset training, Dataset validation) = rest.Split(heldOut: 0.2, seed: 2);

Network network = Network.Create(inputs: 5).AddLayer(64).AddResidualBlocks(3).AddOutput(1).Build(seed: 1);
network.Standardize(training);      // inputs and targets; predictions are in the targets' own units

var median = new MedianAbsoluteError();
var trainer = new Trainer(network, new TrainerOptions
{
    Loss = Loss.Huber,              // the default is for classes; Huber gives way to outliers, MeanSquaredError follows them
    Epochs = 100,
    Metrics = [median, Metric.RootMeanSquaredError],
    EarlyStopping = new EarlyStopping { Metric = median, Patience = 15 },
});
TrainingHistory history = trainer.Fit(training, validation, new ConsoleProgress());

Console.WriteLine($"{history.StopReason} after {history.Epochs.Count} epochs; the weights are those of epoch {history.BestEpoch}");
foreach ((string name, double value) in trainer.Evaluate(test).Metrics) Console.WriteLine($"{name} {value:F3} on test samples");
Console.WriteLine($"the middle of all inputs: {network.Predict([0.5f, 0.5f, 0.5f, 0.5f, 0.5f])[0]:F2}, by the formula 14.57");

/// <summary>The middle one of all |z − t|, which no outlier moves.</summary>
internal sealed class MedianAbsoluteError() : Metric("median absolute error", higherIsBetter: false)
{
    public override double Measure(Predictions predictions) => predictions.Outputs.Row(0)
        .Zip(predictions.Data.Targets!.Row(0), (z, t) => (double)Math.Abs(z - t)).Order().ElementAt(predictions.Data.Count / 2);
}
