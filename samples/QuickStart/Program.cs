using ResNet;

// points of the unit square, a row each, and whether they lie inside a ring
var random = new Random(1);
float[][] rows = [.. Enumerable.Range(0, 2000).Select(_ => new[] { random.NextSingle(), random.NextSingle() })];
int[] labels = [.. rows.Select(row => float.Hypot(row[0] - 0.5f, row[1] - 0.5f) is > 0.2f and < 0.4f ? 1 : 0)];
(Dataset training, Dataset test) = Dataset.ForClassification(rows, labels, classes: 2).Split(heldOut: 0.25);

// one layer, twenty residual blocks of two layers each, and an output layer
Network network = Network.Create(inputs: 2).AddLayer(32).AddResidualBlocks(20).AddOutput(["outside", "inside"]).Build(seed: 1);
network.Standardize(training);
Console.WriteLine(network);

var trainer = new Trainer(network, new TrainerOptions { Epochs = 40, BatchSize = 32 });
trainer.Fit(training, progress: new ConsoleProgress());
Console.WriteLine($"{trainer.Evaluate(test).ErrorRate:P1} of {test.Count} test points are classified wrongly");

// saved, loaded, and asked about two points
network.Save("ring.safetensors");
Network loaded = Network.Load("ring.safetensors");
foreach (float[] point in (float[][])[[0.5f, 0.5f], [0.5f, 0.8f]])
{
    Console.WriteLine($"({point[0]}, {point[1]}) is {loaded.ClassNames![loaded.PredictClass(point)]}");
}
