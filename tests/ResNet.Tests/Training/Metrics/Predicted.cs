using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Training.Metrics;

/// <summary>Predictions written out; one row of outputs for each sample.</summary>
internal static class Predicted
{
    public static Predictions Classes(int classes, int[] labels, params float[][] outputs) =>
        new(Columns(outputs), Dataset.ForClassification(Matrix<float>.Build.Dense(1, labels.Length), labels, classes));

    /// <summary>Two classes on one output.</summary>
    public static Predictions Binary(int[] labels, params float[] outputs) =>
        Classes(2, labels, [.. outputs.Select(z => new[] { z })]);

    public static Predictions Values(float[][] targets, params float[][] outputs) =>
        new(Columns(outputs), Dataset.ForRegression(Matrix<float>.Build.Dense(1, targets.Length), Columns(targets)));

    private static Matrix<float> Columns(float[][] samples) => Matrix<float>.Build.DenseOfColumnArrays(samples);
}
