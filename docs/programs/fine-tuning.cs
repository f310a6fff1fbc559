// Trains a network on samples of which some count less, then takes over what it has learned for another, smaller task:
// dotnet run docs/programs/fine-tuning.cs
#:project ../../src/ResNet

using ResNet;

// The first task: on which of the nine fields of a board does a point lie? Of the labels every third is a guess, and weighs little.
var random = new Random(1);
float[][] points = Points(3000);
int[] fields = [.. points.Select((p, i) => i % 3 == 0 ? random.Next(9) : Field(p))];
float[] weights = [.. points.Select((_, i) => i % 3 == 0 ? 0.1f : 1f)];
Dataset board = Dataset.ForClassification(points, fields, classes: 9).WithWeights(weights);

Network network = Network.Create(inputs: 2).AddLayer(64).AddResidualBlocks(4).AddOutput(9).Build(seed: 1);
network.Standardize(board);
new Trainer(network, new TrainerOptions { Epochs = 30 }).Fit(board);
float[][] others = Points(2000);
int right = network.PredictClasses(others).Zip(others).Count(pair => pair.First == Field(pair.Second));
Console.WriteLine($"fields: {(double)right / others.Length:P1} of other points right");

// The second task: is the point's field black? There are sixty points to learn it from.
Dataset few = Colours(Points(60)), many = Colours(others);
Network tuned = network.WithOutput(2, seed: 1);     // a copy: other weights behind the same blocks
tuned.Freeze(tuned.Blocks.Count - 1);               // all blocks but the last stay as they are
Network fresh = Network.Create(inputs: 2).AddLayer(64).AddResidualBlocks(4).AddOutput(2).Build(seed: 1);
fresh.Standardize(few);

foreach ((string name, Network either) in new[] { ("taken over", tuned), ("from the start", fresh) })
{
    var trainer = new Trainer(either, new TrainerOptions { Epochs = 100, BatchSize = 20 });
    trainer.Fit(few);
    Console.WriteLine($"colours, {name}: {1 - trainer.Evaluate(many).ErrorRate:P1} right");
}

float[][] Points(int count) => [.. Enumerable.Range(0, count).Select(_ => new[] { random.NextSingle(), random.NextSingle() })];
int Field(float[] p) => 3 * (int)(3 * p[1]) + (int)(3 * p[0]);
Dataset Colours(float[][] p) => Dataset.ForClassification(p, [.. p.Select(point => Field(point) % 2)], classes: 2);
