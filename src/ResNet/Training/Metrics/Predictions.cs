using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>A network's outputs on a data set, together with its labels or targets.</summary>
/// <remarks>
/// With class labels the outputs z of a sample are logits: one for each class or, for two classes, a single z, which stands for
/// the logits 0 of class 0 and z of class 1.
/// </remarks>
public sealed class Predictions
{
    /// <summary>Classes × samples, one sample after another; empty for regression.</summary>
    private readonly float[] logits;

    /// <summary>The outputs of a network on a data set.</summary>
    /// <param name="outputs">outputs × samples: logits for classes, values in the targets' own units for regression</param>
    /// <param name="data">the data set, with as many samples</param>
    /// <exception cref="ArgumentNullException">an argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// the number of columns is not that of the samples, or the number of rows does not match the classes or targets.
    /// </exception>
    public Predictions(Matrix<float> outputs, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(data);
        if (outputs.ColumnCount != data.Count)
        {
            throw new ArgumentException(
                $"There are outputs for {outputs.ColumnCount} samples, but the data has {data.Count}.", nameof(outputs));
        }

        if (MismatchOf(data, outputs.RowCount) is { } mismatch) throw new ArgumentException(mismatch, nameof(outputs));
        Outputs = outputs;
        Data = data;
        logits = data.Labels is null ? [] : (outputs.RowCount == 1 ? WithZeros(outputs) : outputs).ToColumnMajorArray();
    }

    /// <summary>The network's outputs, outputs × samples: logits for classes, raw target units for regression.</summary>
    public Matrix<float> Outputs { get; }

    /// <summary>The samples with their labels or targets.</summary>
    public Dataset Data { get; }

    /// <summary>
    /// How much each sample counts in metrics: <see cref="Metric.Measure"/> of the library's own means by these weights. Null, the
    /// default, where all count alike; the weights of <see cref="Data"/> are those of its loss. Copied when set.
    /// </summary>
    /// <exception cref="ArgumentException">there are not as many weights as samples, or all of them are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">a weight is negative or not finite.</exception>
    public IReadOnlyList<float>? Weights
    {
        get;
        init => field = value is null ? null : Dataset.CheckedWeights(value, Data.Count, nameof(Weights));
    }

    /// <summary>The predicted class: that of the largest logit, the first of equal ones; with a single output, 1 where z &gt; 0.</summary>
    /// <param name="sample">the sample, from 0</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such sample.</exception>
    /// <exception cref="InvalidOperationException">the data set is for regression.</exception>
    public int ClassOf(int sample) => TensorPrimitives.IndexOfMax(LogitsOf(sample));

    /// <summary>
    /// The probability of each class: exp(z_c)/Σₖ exp(zₖ), computed after subtracting the maximum; with a single output 1 − σ(z)
    /// and σ(z).
    /// </summary>
    /// <param name="sample">the sample, from 0</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such sample.</exception>
    /// <exception cref="InvalidOperationException">the data set is for regression.</exception>
    public double[] Probabilities(int sample)
    {
        double[] shares = Exponentials(sample, out _);
        double sum = shares.Sum();
        for (int i = 0; i < shares.Length; i++) shares[i] /= sum;
        return shares;
    }

    /// <summary>The outputs' shape, and the data.</summary>
    public override string ToString() => $"outputs {Outputs.RowCount} × {Outputs.ColumnCount} for {Data}";

    /// <summary>How much a sample counts, 1 where all count alike.</summary>
    internal double WeightOf(int sample) => Weights?[sample] ?? 1.0;

    /// <summary>The mean of a number of each sample, by their weights: Σwx/Σw.</summary>
    internal double Mean(Func<int, double> ofSample)
    {
        double sum = 0, whole = 0;
        for (int sample = 0; sample < Data.Count; sample++)
        {
            double weight = WeightOf(sample);
            if (weight == 0) continue; // what does not count may be infinite
            sum += weight * ofSample(sample);
            whole += weight;
        }

        return sum / whole;
    }

    /// <summary>The logarithm of the probability of one class, z_c − log Σₖ exp(zₖ): finite where the logits are.</summary>
    internal double LogProbability(int sample, int ofClass)
    {
        double sum = Exponentials(sample, out double maximum).Sum();
        return LogitsOf(sample)[ofClass] - maximum - Math.Log(sum);
    }

    /// <summary>One logit for each class.</summary>
    internal ReadOnlySpan<float> LogitsOf(int sample)
    {
        if (Data.Labels is null) throw new InvalidOperationException("There are no classes: the data set has targets.");
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sample, Data.Count);
        return logits.AsSpan(sample * Data.Classes, Data.Classes);
    }

    /// <summary>Why a number of outputs does not match a data set; null if it does.</summary>
    internal static string? MismatchOf(Dataset data, int outputs) => data switch
    {
        { Labels: null } when outputs != data.Targets!.RowCount =>
            $"The targets have {data.Targets.RowCount} rows, but there are {outputs} outputs.",
        { Labels: not null } when outputs != data.Classes && (outputs, data.Classes) is not (1, 2) =>
            $"{data.Classes} classes need {(data.Classes == 2 ? "1 or 2" : data.Classes)} outputs, but there are {outputs}.",
        _ => null,
    };

    private static Matrix<float> WithZeros(Matrix<float> outputs) => Matrix<float>.Build.Dense(1, outputs.ColumnCount).Stack(outputs);

    private double[] Exponentials(int sample, out double maximum)
    {
        ReadOnlySpan<float> z = LogitsOf(sample);
        maximum = TensorPrimitives.Max(z);
        var exponentials = new double[z.Length];
        for (int i = 0; i < z.Length; i++) exponentials[i] = Math.Exp(z[i] - maximum);
        return exponentials;
    }
}
