using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Samples;

/// <summary>A linear fit by least squares, the baseline for a network that predicts numbers.</summary>
internal static class LeastSquares
{
    /// <summary>
    /// The root mean squared error on the test samples of w·x + c, fitted to the training samples by minimizing Σ(w·x + c − t)² with
    /// the QR decomposition.
    /// </summary>
    public static double RootMeanSquaredError(Dataset training, Dataset test)
    {
        Vector<double> coefficients = Features(training).QR().Solve(Targets(training));
        Vector<double> deviations = Features(test) * coefficients - Targets(test);
        return deviations.L2Norm() / Math.Sqrt(test.Count);
    }

    private static Matrix<double> Features(Dataset data) =>
        data.Inputs.Transpose().ToDouble().InsertColumn(0, Vector<double>.Build.Dense(data.Count, 1));

    private static Vector<double> Targets(Dataset data) => data.Targets!.Row(0).ToDouble();
}
