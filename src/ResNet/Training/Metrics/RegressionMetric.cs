using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>A metric of the distance between outputs and targets: a formula of both and of the samples' weights.</summary>
internal sealed class RegressionMetric(string name, bool higherIsBetter, Func<Predictions, double> formula)
    : Metric(name, higherIsBetter)
{
    public override double Measure(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Check(predictions.Data, predictions.Outputs.RowCount);
        return formula(predictions);
    }

    public override void Check(Dataset data, int outputs)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Targets is null) throw Unfit("it needs targets, but this data set has class labels.");
        if (Predictions.MismatchOf(data, outputs) is { } mismatch) throw Unfit(mismatch);
    }

    /// <summary>The mean of a formula of the deviations z − t of all outputs.</summary>
    public static double Mean(Predictions predictions, Func<double, double> ofDeviation)
    {
        (Matrix<float> z, Matrix<float> t) = (predictions.Outputs, predictions.Data.Targets!);
        return predictions.Mean(sample => Sum(z.RowCount, k => ofDeviation((double)z[k, sample] - t[k, sample]))) / z.RowCount;
    }

    /// <summary>1 − Σ(z − t)²/Σ(t − t̄)²; NaN where no output's targets differ.</summary>
    public static double Determination(Predictions predictions)
    {
        Matrix<float> t = predictions.Data.Targets!;
        double[] means = [.. Enumerable.Range(0, t.RowCount).Select(k => predictions.Mean(sample => t[k, sample]))];
        double spread = predictions.Mean(sample => Sum(t.RowCount, k => Square(t[k, sample] - means[k]))) / t.RowCount;
        return spread == 0 ? double.NaN : 1 - Mean(predictions, Square) / spread;
    }

    public static double Square(double value) => value * value;

    private static double Sum(int count, Func<int, double> of)
    {
        double sum = 0;
        for (int k = 0; k < count; k++) sum += of(k);
        return sum;
    }
}
