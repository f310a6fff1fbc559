using MathNet.Numerics.LinearAlgebra;
using ResNet.Tabular;

namespace ResNet.Tests;

/// <summary>The README's quick start, word for word; <see cref="ReadmeTests"/> runs it and compares the two.</summary>
internal static class QuickStart
{
    public static (Network Network, TrainingHistory History, Matrix<float> Logits) Run()
    {
        // quick start
        Dataset train = Dataset.FromIdx(
            "data/fashion-mnist/train-images-idx3-ubyte.gz",
            "data/fashion-mnist/train-labels-idx1-ubyte.gz");

        Network network = Network.Create(inputs: 784)
            .AddLayer(64)                                   // dense, ReLU
            .AddResidualBlocks(50)                          // 100 layers, width stays 64, identity shortcuts
            .AddResidualBlock(128)                          // width changes: learned projection
            .AddResidualBlock(256, block => block.WithShortcut(Shortcut.ZeroPadding))
            .AddOutput(10)
            .Build(seed: 42);

        var trainer = new Trainer(network, new TrainerOptions
        {
            Loss = Loss.SoftmaxCrossEntropy,
            Optimizer = new Sgd(learningRate: 0.005f) { Momentum = 0.9f },
            BatchSize = 128,
            Epochs = 10,
        });
        TrainingHistory history = trainer.Fit(train);

        Matrix<float> logits = network.Predict(train.Inputs);
        Console.WriteLine(network);                          // a table: block, widths, shortcut, parameters
        Console.WriteLine($"training error {trainer.Evaluate(train).ErrorRate:P1}");

        // end
        return (network, history, logits);
    }

    public static TrainingHistory RunCheckpoints(Network network, Dataset train)
    {
        // checkpoints
        var options = new TrainerOptions { Epochs = 20, Checkpoints = new Checkpoints("checkpoints") { EverySteps = 500 } };
        TrainingHistory history = new Trainer(network, options).Resume(train);

        // end
        return history;
    }

    public static TabularModel RunTables()
    {
        // tables
        TabularModel model = TabularModel.Fit(Table.FromCsv("train.csv"), label: "income");
        foreach ((string name, double value) in model.Evaluate(Table.FromCsv("test.csv"))) Console.WriteLine($"{name} {value:F3}");

        // end
        return model;
    }
}
