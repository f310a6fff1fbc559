using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Samples;

/// <summary>Predicts samples.</summary>
/// <param name="network">the network</param>
/// <param name="predictions">where the predictions are written</param>
internal sealed class Predictor(Network network, PredictionLines predictions)
{
    /// <summary>Predicts samples as they arrive, all that have arrived at a time.</summary>
    /// <exception cref="InvalidDataException">a line is invalid; the lines before it have been predicted.</exception>
    /// <exception cref="IOException">the reader of the output has closed it.</exception>
    public void Run(SampleLines samples)
    {
        predictions.WriteHeader();
        predictions.Flush();
        while (samples.Read())
        {
            try
            {
                Predict(samples.Numbers);
            }
            catch (ArgumentException)
            {
                // a sample has an invalid category code: predict those before it, then name its line
                for (int i = 0; i < samples.Count; i++) PredictOne(samples, i);
            }

            predictions.Flush();
        }
    }

    private void PredictOne(SampleLines samples, int index)
    {
        try
        {
            Predict(samples.Numbers.Slice(index * network.Inputs, network.Inputs));
        }
        catch (ArgumentException exception)
        {
            predictions.Flush();
            throw new InvalidDataException($"line {samples.LineOf(index)}: {exception.Message}", exception);
        }
    }

    private void Predict(ReadOnlySpan<float> numbers)
    {
        Matrix<float> input = Matrix<float>.Build.Dense(network.Inputs, numbers.Length / network.Inputs, numbers.ToArray());
        Matrix<float> output = network.ClassNames is null ? network.Predict(input) : network.PredictProbabilities(input);
        ReadOnlySpan<float> values = output.AsColumnMajorArray();
        for (; values.Length > 0; values = values[network.Outputs..]) predictions.Write(values[..network.Outputs]);
    }
}
