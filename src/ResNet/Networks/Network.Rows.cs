using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <content>Predictions of samples that are rows, and of single samples.</content>
public sealed partial class Network
{
    /// <summary>The output for each of some samples, as <see cref="Module.Predict(Matrix{float})"/> gives it.</summary>
    /// <param name="rows">the samples, each a row of as many features as the network has inputs</param>
    /// <returns>the outputs, a row for each sample</returns>
    /// <exception cref="ArgumentNullException">there are no rows, or one is null.</exception>
    /// <exception cref="ArgumentException">there is no row, or one has another length or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    /// <example><code>float[][] outputs = network.Predict([[5.1f, 3.5f], [4.9f, 3.0f]]);</code></example>
    public float[][] Predict(IReadOnlyList<float[]> rows) => [.. Predict(Joined(rows), Inputs).Chunk(Outputs)];

    /// <summary>The output for each of some samples that lie row after row.</summary>
    /// <param name="rows">the samples, one after another</param>
    /// <param name="features">the length of a row, as many as the network has inputs</param>
    /// <returns>the outputs, likewise: <see cref="Module.Outputs"/> numbers for each sample</returns>
    /// <exception cref="ArgumentOutOfRangeException">the length of a row is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// the rows have another length than the network has inputs, the last is not whole, there is none, or a value is not finite.
    /// </exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public float[] Predict(ReadOnlyMemory<float> rows, int features)
    {
        int samples = RowMemory.CountOf(rows, features, "feature", nameof(rows));
        if (features != Inputs)
        {
            throw new ArgumentException($"{EntryName} expects {Inputs} features, but a row has {features}.", nameof(features));
        }

        if (samples == 0) throw new ArgumentException($"{EntryName} expects at least 1 sample (row), but there is none.", nameof(rows));
        RefuseNonFinite(rows.Span, nameof(rows));
        var output = new float[checked(samples * Outputs)];
        using Use.Lease lease = Use.BeginPrediction();
        PredictInto(RowMemory.ArrayOf(rows), samples, output);
        return output;
    }

    /// <summary>The output for one sample, the same bits as in any batch.</summary>
    /// <param name="sample">the sample's features, as many as the network has inputs</param>
    /// <returns>the outputs</returns>
    /// <exception cref="ArgumentException">there are more or fewer features, or one is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public float[] Predict(ReadOnlySpan<float> sample) => Predict(Checked(sample), Inputs);

    /// <summary>The class of each of some samples, as <see cref="PredictClasses(Matrix{float})"/> gives it.</summary>
    /// <param name="rows">the samples, each a row of as many features as the network has inputs</param>
    /// <exception cref="ArgumentNullException">there are no rows, or one is null.</exception>
    /// <exception cref="ArgumentException">there is no row, or one has another length or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public int[] PredictClasses(IReadOnlyList<float[]> rows) => ClassesOf(Predict(Joined(rows), Inputs));

    /// <summary>The same for samples that lie row after row.</summary>
    /// <param name="rows">the samples, one after another</param>
    /// <param name="features">the length of a row, as many as the network has inputs</param>
    /// <exception cref="ArgumentOutOfRangeException">the length of a row is below 1.</exception>
    /// <exception cref="ArgumentException">as in <see cref="Predict(ReadOnlyMemory{float}, int)"/>.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public int[] PredictClasses(ReadOnlyMemory<float> rows, int features) => ClassesOf(Predict(rows, features));

    /// <summary>The class of one sample.</summary>
    /// <param name="sample">the sample's features, as many as the network has inputs</param>
    /// <exception cref="ArgumentException">there are more or fewer features, or one is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public int PredictClass(ReadOnlySpan<float> sample) => ClassesOf(Predict(sample))[0];

    /// <summary>
    /// The probabilities of the classes for each of some samples, as
    /// <see cref="PredictProbabilities(Matrix{float})"/> gives them.
    /// </summary>
    /// <param name="rows">the samples, each a row of as many features as the network has inputs</param>
    /// <returns>the probabilities, a row for each sample</returns>
    /// <exception cref="ArgumentNullException">there are no rows, or one is null.</exception>
    /// <exception cref="ArgumentException">there is no row, or one has another length or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public float[][] PredictProbabilities(IReadOnlyList<float[]> rows) =>
        [.. AsProbabilities(Predict(Joined(rows), Inputs)).Chunk(Outputs)];

    /// <summary>The same for samples that lie row after row.</summary>
    /// <param name="rows">the samples, one after another</param>
    /// <param name="features">the length of a row, as many as the network has inputs</param>
    /// <returns>the probabilities, likewise: <see cref="Module.Outputs"/> numbers for each sample</returns>
    /// <exception cref="ArgumentOutOfRangeException">the length of a row is below 1.</exception>
    /// <exception cref="ArgumentException">as in <see cref="Predict(ReadOnlyMemory{float}, int)"/>.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public float[] PredictProbabilities(ReadOnlyMemory<float> rows, int features) => AsProbabilities(Predict(rows, features));

    /// <summary>The probabilities of the classes for one sample.</summary>
    /// <param name="sample">the sample's features, as many as the network has inputs</param>
    /// <exception cref="ArgumentException">there are more or fewer features, or one is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public float[] PredictProbabilities(ReadOnlySpan<float> sample) => AsProbabilities(Predict(sample));

    private float[] Checked(ReadOnlySpan<float> sample) => sample.Length == Inputs
        ? sample.ToArray()
        : throw new ArgumentException($"{EntryName} expects {Inputs} features, but the sample has {sample.Length}.", nameof(sample));

    private float[] Joined(IReadOnlyList<float[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var joined = new float[checked(rows.Count * Inputs)];
        for (int i = 0; i < rows.Count; i++)
        {
            float[] row = rows[i] ?? throw new ArgumentNullException(nameof(rows), $"Row {i} is null.");
            if (row.Length != Inputs)
            {
                throw new ArgumentException($"{EntryName} expects {Inputs} features, but row {i} has {row.Length}.", nameof(rows));
            }

            row.CopyTo(joined, i * Inputs);
        }

        return joined;
    }
}
