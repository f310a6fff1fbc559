using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace ResNet;

/// <summary>How an array begins: with one value throughout, or drawn at random from the seed and the array's own name.</summary>
public readonly record struct FirstValues
{
    private enum Distribution
    {
        Constant,
        Normal,
        Orthogonal,
    }

    private Distribution Kind { get; init; }

    /// <summary>The value throughout, the variance, or what the orthogonal matrix is multiplied by.</summary>
    private double Number { get; init; }

    /// <summary>Rows, from the first, that begin at 0 instead.</summary>
    public int ZeroRows { get; init; }

    /// <summary>The values themselves, where they are given; null elsewhere.</summary>
    public IReadOnlyList<float>? Values { get; private init; }

    /// <summary>Given values, which are not drawn.</summary>
    /// <param name="values">the values, of a matrix column by column</param>
    public static FirstValues Given(IReadOnlyList<float> values) => new() { Values = values };

    /// <summary>One value throughout.</summary>
    /// <param name="value">the value</param>
    public static FirstValues Constant(float value) => new() { Number = value };

    /// <summary>Normal draws of mean 0.</summary>
    /// <param name="variance">their variance</param>
    public static FirstValues Normal(double variance) => new() { Kind = Distribution.Normal, Number = variance };

    /// <summary>A random matrix with orthonormal rows or columns, whichever are fewer, times a factor (Saxe et al. 2013).</summary>
    /// <param name="gain">the factor</param>
    public static FirstValues Orthogonal(double gain) => new() { Kind = Distribution.Orthogonal, Number = gain };

    /// <summary>The value, or how values are drawn, such as <c>normal of variance 0.0313</c>.</summary>
    public override string ToString()
    {
        string values = Kind switch
        {
            Distribution.Normal => $"normal of variance {Shown.Number(Number)}",
            Distribution.Orthogonal => $"orthogonal, times {Shown.Number(Number)}",
            _ => Values is null ? Shown.Number(Number) : Shown.Count(Values.Count, "given value"),
        };
        return ZeroRows > 0 ? $"{values}, {Shown.Count(ZeroRows, "row")} of 0" : values;
    }

    /// <summary>Those of a weight before an activation function; without an initialization He or Glorot, whichever suits it.</summary>
    internal static FirstValues Before(Activation activation, Initialization? initialization, int fanIn, int fanOut) =>
        (initialization ?? (activation.IsRectifying() ? Initialization.He : Initialization.Glorot)) switch
        {
            Initialization.He => Normal(2.0 / fanIn),
            Initialization.Glorot => Normal(2.0 / (fanIn + fanOut)),
            Initialization.Orthogonal => Orthogonal(activation.IsRectifying() ? Math.Sqrt(2) : 1),
            _ => Constant(0),
        };

    /// <summary>Writes the values of a rows × columns matrix, column by column.</summary>
    internal void Fill(Span<float> values, int rows, RandomStream random)
    {
        switch (Kind)
        {
            case Distribution.Constant when Values is not null:
                for (int i = 0; i < values.Length; i++) values[i] = Values[i];
                break;
            case Distribution.Constant: values.Fill((float)Number); break;
            case Distribution.Normal: FillNormal(values, random); break;
            case Distribution.Orthogonal: FillOrthogonal(values, rows, random); break;
        }

        for (int first = 0; first < values.Length && ZeroRows > 0; first += rows) values.Slice(first, ZeroRows).Clear();
    }

    private void FillNormal(Span<float> values, RandomStream random)
    {
        double deviation = Math.Sqrt(Number);
        foreach (ref float value in values) value = (float)(deviation * random.NextNormal());
    }

    private void FillOrthogonal(Span<float> values, int rows, RandomStream random)
    {
        int columns = values.Length / rows;
        var normal = Matrix<double>.Build.Dense(Math.Max(rows, columns), Math.Min(rows, columns), (_, _) => random.NextNormal());

        // Q alone is not uniform over the orthogonal matrices; with R's signs it is (Mezzadri 2007)
        var qr = normal.QR(QRMethod.Thin);
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                (int i, int j) = rows >= columns ? (row, column) : (column, row);
                values[column * rows + row] = (float)(Number * qr.Q[i, j] * (qr.R[j, j] < 0 ? -1 : 1));
            }
        }
    }
}
