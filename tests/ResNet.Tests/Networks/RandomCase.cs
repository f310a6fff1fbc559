using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Networks;

/// <summary>A random network with random parameters, and a batch for it.</summary>
public sealed record RandomCase(int Inputs, int Outputs, int Samples, int Seed, IReadOnlyList<ArchitectureEntry> Architecture)
{
    public Matrix<float> Input => NormalBatch.Of(Inputs, Samples, Seed);

    public Matrix<float> OutputGradient => NormalBatch.Of(Outputs, Samples, Seed + 1);

    public Dataset Data => Dataset.ForRegression(Input, OutputGradient);

    public bool UsesBatchNorm => Architecture.Any(entry => entry.Normalization == "batch");

    public Network Network()
    {
        Network network = ArchitectureNetwork.Build(Inputs, Outputs, Architecture);
        var parameters = ReferenceNetwork.Random(Inputs, Outputs, Architecture, Seed).Parameters;
        ArchitectureNetwork.SetParameters(network, parameters.Select(entry => (entry.Key, entry.Value)));
        return network;
    }

    public override string ToString() =>
        $"{Inputs} inputs, {Samples} samples, seed {Seed}\n{string.Join("\n", Architecture)}\n{Outputs} outputs";
}
