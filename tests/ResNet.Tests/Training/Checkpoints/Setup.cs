using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>A short fit: a network, data and options of which one thing after the other can be changed. Three batches an epoch.</summary>
internal sealed record Setup
{
    public const int Features = 4;
    public const int Samples = 22;
    public const int Classes = 3;

    public Func<NetworkBuilder, NetworkBuilder> Blocks { get; init; } = builder => builder.AddLayer(6).AddResidualBlocks(2);

    /// <summary>What is done to the network once it is built.</summary>
    public Action<Network> Prepare { get; init; } = _ => { };

    public int Seed { get; init; } = 3;

    public Dataset Training { get; init; } = ForClasses(Samples, seed: 1);

    public Dataset? Validation { get; init; }

    public Func<Checkpoints?, TrainerOptions> With { get; init; } = checkpoints =>
        new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints };

    public Network Network()
    {
        Network network = Blocks(ResNet.Network.Create(Features)).AddOutput(Classes).Build(Seed);
        Prepare(network);
        return network;
    }

    public static Dataset ForClasses(int samples, int seed)
    {
        Matrix<float> inputs = NormalBatch.Of(Features, samples, seed);
        return Dataset.ForClassification(
            inputs, [.. inputs.EnumerateColumns().Select(column => column.SubVector(0, Classes).MaximumIndex())], Classes);
    }

    public static Dataset ForTargets(int samples, int seed) =>
        Dataset.ForRegression(NormalBatch.Of(Features, samples, seed), 3 * NormalBatch.Of(Classes, samples, seed + 1));
}
