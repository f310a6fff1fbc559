// Learns to tell clothes apart, draws how that went, and writes an ONNX file that other programs can run:
// dotnet run -c Release docs/programs/images.cs -- data/fashion-mnist [EPOCHS]
// The folder holds the four files of https://github.com/zalandoresearch/fashion-mnist, as they are.
#:project ../../src/ResNet.Plotting
#:project ../../src/ResNet.Onnx
#:property PublishAot=false

using ResNet;
using ResNet.Onnx;
using ResNet.Plotting;

string[] clothes = ["T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];
Dataset images = Read("train"), test = Read("t10k");
(Dataset training, Dataset validation) = images.Split(heldOut: 0.1, seed: 1);

Network network = Network.Create(images.Features)
    .WithOrder(BlockOrder.PreActivation).WithNormalization(Normalization.Batch).WithDropout(0.2f)
    .AddLayer(128).AddResidualBlocks(2).AddOutput(clothes).Build(seed: 1);
Console.WriteLine(network);

var trainer = new Trainer(network, new TrainerOptions { Epochs = args.Length > 1 ? int.Parse(args[1]) : 5 });
TrainingHistory history = trainer.Fit(training, validation, new ConsoleProgress());
new TrainingFigure(history).SavePng("training.png");

// Which clothes are taken for which: a row for each label, a column for each prediction.
ConfusionMatrix matrix = ConfusionMatrix.Of(test.Labels!, network.PredictClasses(test.Inputs), test.Classes);
Console.WriteLine($"{matrix.Accuracy:P1} of the test images are classified correctly, {matrix.Recall(6):P1} of the shirts");
new ConfusionFigure(matrix, clothes).SavePng("confusion.png");

network.ExportOnnx("clothes.onnx", new OnnxOptions { AppendSoftmax = true });
Console.WriteLine("see training.png, confusion.png and clothes.onnx");

Dataset Read(string part) => Dataset.FromIdx(
    Path.Combine(args[0], $"{part}-images-idx3-ubyte.gz"), Path.Combine(args[0], $"{part}-labels-idx1-ubyte.gz"), clothes.Length);
