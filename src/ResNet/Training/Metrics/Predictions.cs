using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>A network's outputs on a data set, beside what they should be.</summary>
public sealed class Predictions
{
    /// <summary>The outputs of a network on a data set.</summary>
    /// <param name="outputs">outputs × samples: logits for classes, values in the targets' own units for regression</param>
    /// <param name="data">the data set, with as many samples</param>
    /// <exception cref="ArgumentNullException">an argument is null.</exception>
    /// <exception cref="ArgumentException">there are not as many outputs as samples.</exception>
    public Predictions(Matrix<float> outputs, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(data);
        if (outputs.ColumnCount != data.Count)
        {
            throw new ArgumentException($"There are outputs for {outputs.ColumnCount} samples, but the data has {data.Count}.", nameof(outputs));
        }

        Outputs = outputs;
        Data = data;
    }

    /// <summary>The network's outputs, outputs × samples: logits for classes, raw target units for regression.</summary>
    public Matrix<float> Outputs { get; }

    /// <summary>The samples with their labels or targets.</summary>
    public Dataset Data { get; }
}
