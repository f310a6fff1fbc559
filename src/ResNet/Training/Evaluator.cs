namespace ResNet;

/// <summary>Loss and error of a network on a data set, in inference mode.</summary>
internal static class Evaluator
{
    public static Evaluation Evaluate(Network network, Dataset data, TrainerOptions options)
    {
        var output = new float[checked(network.Outputs * data.Count)];
        network.PredictInto(data.Inputs.AsColumnMajorArray(), data.Count, output, options.Threads);
        EpochSums sums = default;
        for (int sample = 0; sample < data.Count; sample++)
        {
            ReadOnlySpan<float> z = output.AsSpan(sample * network.Outputs, network.Outputs);
            float loss = options.Loss.OfSample(z, data, sample, gradient: [], scale: 0);
            bool? isWrong = options.Loss.IsWrong(z, data, sample);
            sums += new EpochSums(loss, isWrong is null ? null : isWrong.Value ? 1 : 0, 1);
        }

        return new Evaluation(sums.Loss / sums.Samples, sums.Error);
    }
}
