using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Fitting;

/// <summary>A fit of 400 steps in which all takes part that a checkpoint must hold.</summary>
internal static class SmallFit
{
    private const int Features = 4;

    public static Dataset Training { get; } = Data(160, seed: 1);

    public static Dataset Validation { get; } = Data(30, seed: 2);

    public static Network Network() => ResNet.Network.Create(Features)
        .WithNormalization(Normalization.Batch).WithDropout(0.1f).WithStochasticDepth(0.8f)
        .AddLayer(12).AddResidualBlocks(3).AddOutput(3).Build(seed: 5);

    public static TrainerOptions Options(string? folder) => new()
    {
        BatchSize = 8,
        Epochs = 20,
        ClipNorm = 1,
        Metrics = [Metric.Accuracy],
        EarlyStopping = new EarlyStopping { Patience = 100 },
        Checkpoints = folder is null ? null : new Checkpoints(folder) { EverySteps = 2 },
    };

    /// <summary>Which of the first three features is the largest.</summary>
    private static Dataset Data(int samples, int seed)
    {
        var random = new Random(seed);
        var inputs = Matrix<float>.Build.Dense(Features, samples, (_, _) => random.NextSingle());
        return Dataset.ForClassification(
            inputs, [.. inputs.EnumerateColumns().Select(column => column.SubVector(0, 3).MaximumIndex())], classes: 3);
    }
}
