using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>
/// Regression data far from standard: features with means 4, −10 and 100 and deviations ½, 3 and 20, and two targets of them
/// around 30 and −2.
/// </summary>
internal static class SkewedData
{
    public static Dataset Of(int samples, int seed = 1)
    {
        Matrix<float> u = NormalBatch.Of(3, samples, seed);
        (float[] means, float[] deviations) = ([4, -10, 100], [0.5f, 3, 20]);
        return Dataset.ForRegression(
            Matrix<float>.Build.Dense(3, samples, (i, j) => means[i] + deviations[i] * u[i, j]),
            Matrix<float>.Build.Dense(2, samples, (i, j) => i == 0 ? 30 + 6 * u[0, j] : -2 + 0.25f * u[1, j] * u[2, j]));
    }
}
