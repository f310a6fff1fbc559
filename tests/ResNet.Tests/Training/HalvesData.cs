using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>Small data that a network can learn: which half a sample is in.</summary>
internal static class HalvesData
{
    public static Dataset Of(int samples, int seed = 1)
    {
        Matrix<float> inputs = NormalBatch.Of(3, samples, seed);
        return Dataset.ForClassification(
            inputs, [.. inputs.EnumerateColumns().Select(column => column[0] + column[1] > 0 ? 1 : 0)], classes: 2);
    }
}
