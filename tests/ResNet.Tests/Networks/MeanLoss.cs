using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Networks;

/// <summary>The mean loss of a batch of outputs and its gradient, as a fit computes them.</summary>
internal sealed record MeanLoss(double Value, Matrix<float> Gradient)
{
    public static MeanLoss Of(Loss loss, Dataset data, Matrix<float> output) => Of(loss, data, output, share: 1f / output.ColumnCount);

    /// <summary>The sum of the samples' losses, each with that share.</summary>
    public static MeanLoss Of(Loss loss, Dataset data, Matrix<float> output, float share)
    {
        Matrix<float> gradient = Matrix<float>.Build.Dense(output.RowCount, output.ColumnCount);
        double sum = 0;
        for (int j = 0; j < output.ColumnCount; j++)
        {
            float[] column = new float[output.RowCount];
            sum += (double)share * loss.OfSample(output.Column(j).ToArray(), data.TargetOf(j), column);
            gradient.SetColumn(j, column.Select(value => share * value).ToArray());
        }

        return new MeanLoss(sum, gradient);
    }
}
