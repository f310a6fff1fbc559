using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Samples;

/// <summary>From samples to answers.</summary>
/// <param name="network">the network</param>
/// <param name="answers">where the answers go</param>
internal sealed class Answering(Network network, AnswerLines answers)
{
    /// <summary>Answers samples as they come, all that have arrived at a time.</summary>
    /// <exception cref="InvalidDataException">a line is wrong; the lines before it have been answered.</exception>
    /// <exception cref="IOException">nobody reads the answers any more.</exception>
    public void Run(SampleLines samples)
    {
        answers.WriteHeader();
        answers.Send();
        while (samples.Read())
        {
            try
            {
                Answer(samples.Numbers);
            }
            catch (ArgumentException)
            {
                // one sample has what no category is coded by: those before it are answered, and its line is named
                for (int i = 0; i < samples.Count; i++) AnswerOne(samples, i);
            }

            answers.Send();
        }
    }

    private void AnswerOne(SampleLines samples, int index)
    {
        try
        {
            Answer(samples.Numbers.Slice(index * network.Inputs, network.Inputs));
        }
        catch (ArgumentException exception)
        {
            answers.Send();
            throw new InvalidDataException($"line {samples.LineOf(index)}: {exception.Message}", exception);
        }
    }

    private void Answer(ReadOnlySpan<float> numbers)
    {
        Matrix<float> input = Matrix<float>.Build.Dense(network.Inputs, numbers.Length / network.Inputs, numbers.ToArray());
        Matrix<float> output = network.ClassNames is null ? network.Predict(input) : network.PredictProbabilities(input);
        ReadOnlySpan<float> values = output.AsColumnMajorArray();
        for (; values.Length > 0; values = values[network.Outputs..]) answers.Write(values[..network.Outputs]);
    }
}
