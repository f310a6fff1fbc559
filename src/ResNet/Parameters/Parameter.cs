using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace ResNet;

/// <summary>
/// A learned array of a network: a weight, a bias, γ or β of a normalization, or a branch factor. A weight is
/// outputs × inputs, a vector n × 1, a scalar 1 × 1.
/// </summary>
/// <example>
/// <code>
/// foreach (Parameter parameter in network.Parameters) Console.WriteLine($"{parameter.Name}: {parameter.Value.L2Norm():F2}");
/// </code>
/// </example>
public sealed class Parameter
{
    private DenseMatrix? gradient;

    internal Parameter(PartArray array)
    {
        Name = array.Name;
        Kind = array.Kind;
        int columns = array.Columns ?? 1;
        if (array.Count > Array.MaxLength)
        {
            throw new InvalidOperationException($"{Name} would be {array.Rows} × {columns}, more values than an array can hold.");
        }

        Values = new float[array.Rows * columns];
        Value = new DenseMatrix(array.Rows, columns, Values);
    }

    /// <summary>The parameter's name, such as <c>blocks.3.layers.1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>What the parameter is for.</summary>
    public ArrayKind Kind { get; }

    /// <summary>The values themselves, not a copy: what is written here between steps counts.</summary>
    public Matrix<float> Value { get; }

    /// <summary>
    /// ∂L/∂value of the last <see cref="ForwardPass.Backward"/>, of the same shape; zero before the first. A
    /// <c>Trainer</c> uses its gradients up as it computes them and may overwrite this one.
    /// </summary>
    public Matrix<float> Gradient
    {
        get
        {
            // lanes that ask for it at once must be given the same
            if (gradient is null) Interlocked.CompareExchange(ref gradient, new DenseMatrix(Value.RowCount, Value.ColumnCount), null);
            return gradient;
        }
    }

    /// <summary>Whether a trainer leaves it as it is: it belongs to a frozen block.</summary>
    public bool IsFrozen { get; internal set; }

    /// <summary>The values, column by column.</summary>
    internal float[] Values { get; }

    /// <summary>The gradient, column by column.</summary>
    internal float[] Gradients => ((DenseMatrix)Gradient).Values;

    /// <summary>The name and the shape.</summary>
    public override string ToString() => $"{Name} ({Value.RowCount} × {Value.ColumnCount})";
}
