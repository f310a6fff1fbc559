using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>A metric of the distance between outputs and targets: a formula of both.</summary>
internal sealed class RegressionMetric(string name, bool higherIsBetter, Func<Matrix<double>, Matrix<double>, double> formula)
    : Metric(name, higherIsBetter)
{
    public override double Measure(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Check(predictions.Data, predictions.Outputs.RowCount);
        return formula(predictions.Outputs.ToDouble(), predictions.Data.Targets!.ToDouble());
    }

    public override void Check(Dataset data, int outputs)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Targets is null) throw Unfit("it needs targets, but this data set has class labels.");
        if (Predictions.MismatchOf(data, outputs) is { } mismatch) throw Unfit(mismatch);
    }
}
