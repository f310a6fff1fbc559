using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Bits;

/// <summary>Samples for a random network, and how to train on them.</summary>
internal static class RandomData
{
    private const int Samples = 110;

    /// <summary>Samples with targets of the kind that goes with the seed; a network that standardizes targets has a regression.</summary>
    public static Dataset For(Network network, int seed)
    {
        var random = new Random(seed + 1_000_000);
        Matrix<float> inputs = Inputs(network.Inputs, RandomNetwork.Codes(seed), random);
        if (RandomNetwork.IsRegression(seed)) return Dataset.ForRegression(inputs, Normal(network.Outputs, random) * 3);
        return network.Outputs > 1 && random.Next(2) == 0
            ? Dataset.ForClassification(
                inputs, [.. Enumerable.Range(0, Samples).Select(_ => random.Next(network.Outputs))], network.Outputs)
            : Dataset.ForRegression(inputs, Matrix<float>.Build.Dense(network.Outputs, Samples, (_, _) => random.Next(2)));
    }

    /// <summary>Five ways to train, 20 steps each.</summary>
    public static TrainerOptions Options(Dataset data, int seed, int threads) => new()
    {
        Loss = data.Targets is null ? Loss.SoftmaxCrossEntropy
            : !RandomNetwork.IsRegression(seed) ? Loss.BinaryCrossEntropy
            : seed % 2 == 0 ? Loss.MeanSquaredError : Loss.Huber,
        Optimizer = (seed % 5) switch
        {
            0 => new Sgd(0.01f),
            1 => new Sgd(0.01f) { Momentum = 0.9f, Nesterov = true, WeightDecay = 0.001f },
            2 => new Adam(0.002f) { WeightDecay = 0.01f },
            3 => new AdamW(0.002f) { WeightDecay = 0.01f, DecayWeightsOnly = true },
            _ => new AdamW(0.002f),
        },
        ClipNorm = seed % 5 == 4 ? 0.5f : null,
        BatchSize = 32,
        Epochs = 5,
        Seed = seed,
        Threads = threads,
    };

    private static Matrix<float> Inputs(int features, IReadOnlyList<Embedding> codes, Random random)
    {
        Matrix<float> inputs = Normal(features, random);
        foreach (Embedding code in codes)
        {
            for (int j = 0; j < Samples; j++) inputs[code.Feature, j] = random.Next(code.Categories);
        }

        return inputs;
    }

    public static Matrix<float> Normal(int rows, Random random) =>
        Matrix<float>.Build.Dense(rows, Samples, (_, _) => random.NextSingle() + random.NextSingle() + random.NextSingle() - 1.5f);
}
