using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Layers;

/// <summary>Batches of normal draws, features × samples.</summary>
internal static class NormalBatch
{
    public static Matrix<float> Of(int features, int samples, int seed = 1)
    {
        Random random = new(seed);
        return Matrix<float>.Build.Dense(features, samples, (_, _) => (float)Reference.NormalDraw.Next(random));
    }

    /// <summary>What a ReLU could have put out.</summary>
    public static Matrix<float> NotNegative(int features, int samples, int seed = 1) => Of(features, samples, seed).PointwiseMaximum(0);
}
