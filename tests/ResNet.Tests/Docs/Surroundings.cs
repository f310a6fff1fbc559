using ResNet.Studies;
using ResNet.Tabular;
using ResNet.Tests.Data;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Docs;

#pragma warning disable IDE1006 // named as the documents name them

/// <summary>What a document's blocks may take for given, each time anew, and the files that they read.</summary>
public static class Surroundings
{
    private const string Images = "data/fashion-mnist/train-images-idx3-ubyte.gz";
    private const string Labels = "data/fashion-mnist/train-labels-idx1-ubyte.gz";

    public static Dataset training => HalvesData.Of(60);

    public static Dataset validation => HalvesData.Of(30, seed: 2);

    public static Dataset test => HalvesData.Of(30, seed: 3);

    public static Dataset train => training;

    public static Dataset data => training;

    public static Dataset batch => training;

    public static OptimizerSteps steps => new Sgd(0.1f).For(network);

    public static Dataset measurements => Dataset.ForRegression(NormalBatch.Of(3, 60), NormalBatch.Of(2, 60, seed: 2));

    public static Network network => Network.Create(3).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 1);

    public static TrainerOptions options => new() { Epochs = 2, BatchSize = 16 };

    public static Trainer trainer => new(network, options);

    public static TrainingHistory history => trainer.Fit(training, validation);

    public static Table table => Table.FromCsv("train.csv");

    public static TabularModel model => TabularModel.Fit(table, "income");

    public static DepthStudyResult result =>
        new DepthStudy(new DepthStudyOptions { Depths = [2], Width = 4, Epochs = 1, Seeds = 1 }).Run(data);

    /// <summary>Writes the files of the documents into the working folder.</summary>
    public static void WriteFiles()
    {
        string[] rows =
            [.. Enumerable.Range(0, 60).Select(i => $"{20 + i},{(i % 3 == 0 ? "clerk" : "smith")},{(i > 30 ? "high" : "low")}")];
        foreach (string file in new[] { "train.csv", "test.csv" }) File.WriteAllLines(file, ["age,job,income", .. rows]);

        TableFiles.Write();

        Directory.CreateDirectory("data/fashion-mnist");
        var random = new Random(1);
        byte[] labels = [.. Enumerable.Range(0, 60).Select(i => (byte)(i % 10))];
        WriteIdx(Images, [60, 28, 28], [.. Enumerable.Range(0, 60 * 784).Select(i => (byte)(random.Next(100) + labels[i / 784] * 15))]);
        WriteIdx(Labels, [60], labels);
        if (Directory.Exists("checkpoints")) Directory.Delete("checkpoints", recursive: true);
    }

    private static void WriteIdx(string path, long[] sizes, byte[] values) =>
        File.WriteAllBytes(path, IdxFolder.Gzip(IdxFolder.Idx(sizes, values)));
}
