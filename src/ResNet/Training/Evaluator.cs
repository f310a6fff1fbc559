using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>Loss, error and metrics of a network on a data set.</summary>
internal static class Evaluator
{
    /// <summary>Evaluates in inference mode.</summary>
    public static Evaluation Evaluate(Network network, Dataset data, TrainerOptions options)
    {
        var output = new float[checked(network.Outputs * data.Count)];
        network.PredictInto(data.Inputs.AsColumnMajorArray(), data.Count, output, options.Threads);
        var targets = new Targets(data, network.TargetStandardization);
        var weights = new SampleWeights(data, options.ClassWeights);
        EpochSums sums = default;
        var z = new float[network.Outputs];
        for (int sample = 0; sample < data.Count; sample++)
        {
            targets.Standardize(output.AsSpan(sample * z.Length, z.Length), z);
            float loss = options.Loss.OfSample(z, targets[sample], gradient: []);
            bool? isWrong = options.Loss.IsWrong(z, targets[sample]);
            sums += new EpochSums((double)weights[sample] * loss, weights[sample], isWrong is null ? null : isWrong.Value ? 1 : 0, 1);
        }

        return new Evaluation(sums.MeanLoss, sums.ErrorRate) { Metrics = Measure(options.Measured, output, data) };
    }

    /// <summary>The value of every metric, from the outputs of all samples in the targets' own units.</summary>
    public static IReadOnlyDictionary<string, double> Measure(IReadOnlyList<Metric> metrics, float[] output, Dataset data)
    {
        if (metrics.Count == 0) return System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;
        var predictions = new Predictions(Matrix<float>.Build.Dense(output.Length / data.Count, data.Count, output), data);
        return metrics.ToDictionary(metric => metric.Name, metric => metric.Measure(predictions));
    }
}
