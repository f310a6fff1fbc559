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

    /// <summary>Refuses data that does not fit the network, the loss or a metric.</summary>
    public static void Check(Network network, Dataset data, TrainerOptions options, string name)
    {
        if (data.Features != network.Inputs)
        {
            throw new ArgumentException(
                $"{network.EntryName} expects {network.Inputs} features, but a sample of the data has {data.Features}." +
                (data.Count == network.Inputs ? Columns.SwapHint : ""),
                name);
        }

        options.Loss.Check(data, network.Outputs, name);
        if (network.TargetStandardization is not null && (data.Targets is null || !options.Loss.TakesStandardizedTargets))
        {
            throw new ArgumentException(
                "The network standardizes regression targets; class labels and binary targets must not be standardized.", name);
        }

        foreach (Metric metric in options.Measured) metric.Check(data, network.Outputs);
        if (options.ClassWeights is { } weights && weights.Count != data.Classes)
        {
            throw new ArgumentException($"There are {weights.Count} class weights, but the data has {data.Classes} classes.", name);
        }
    }

    /// <summary>The value of every metric, from the outputs of all samples in the targets' own units.</summary>
    public static MetricValues Measure(IReadOnlyList<Metric> metrics, float[] output, Dataset data)
    {
        if (metrics.Count == 0) return MetricValues.None;
        var predictions = new Predictions(Matrix<float>.Build.Dense(output.Length / data.Count, data.Count, output), data);
        return new MetricValues(metrics.Select(metric => KeyValuePair.Create(metric.Name, metric.Measure(predictions))));
    }
}
