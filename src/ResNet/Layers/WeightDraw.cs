using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <summary>Draws the first values of a weight, from the seed and the weight's own name.</summary>
internal static class WeightDraw
{
    /// <summary>He before ReLU, leaky ReLU, GELU and SiLU; Glorot before the others.</summary>
    public static Initialization DefaultFor(Activation activation) => IsRectifying(activation) ? Initialization.He : Initialization.Glorot;

    public static void Draw(Parameter weight, Initialization initialization, Activation activation, int seed)
    {
        int fanIn = weight.Value.ColumnCount, fanOut = weight.Value.RowCount;
        switch (initialization)
        {
            case Initialization.He: Normal(weight, 2.0 / fanIn, seed); break;
            case Initialization.Glorot: Normal(weight, 2.0 / (fanIn + fanOut), seed); break;
            case Initialization.Orthogonal: Orthogonal(weight, IsRectifying(activation) ? Math.Sqrt(2) : 1, seed); break;
            case Initialization.Zero: Array.Clear(weight.Values); break;
        }
    }

    /// <summary>Variance 1/fan-in, for the output layer and for projections.</summary>
    public static void DrawLinear(Parameter weight, int seed) => Normal(weight, 1.0 / weight.Value.ColumnCount, seed);

    /// <summary>Variance 1/rows, so that a column has length 1 in the mean square, for embeddings.</summary>
    public static void DrawVectors(Parameter weight, int seed) => Normal(weight, 1.0 / weight.Value.RowCount, seed);

    private static bool IsRectifying(Activation activation) =>
        activation is Activation.Relu or Activation.LeakyRelu or Activation.Gelu or Activation.Silu;

    private static void Normal(Parameter weight, double variance, int seed)
    {
        var random = new RandomStream(seed, weight.Name);
        double deviation = Math.Sqrt(variance);
        foreach (ref float value in weight.Values.AsSpan()) value = (float)(deviation * random.NextNormal());
    }

    private static void Orthogonal(Parameter weight, double gain, int seed)
    {
        int rows = weight.Value.RowCount, columns = weight.Value.ColumnCount;
        int tall = Math.Max(rows, columns), thin = Math.Min(rows, columns);
        var random = new RandomStream(seed, weight.Name);
        var normal = Matrix<double>.Build.Dense(tall, thin, (_, _) => random.NextNormal());

        // Q alone is not uniform over the orthogonal matrices; with R's signs it is (Mezzadri 2007)
        var qr = normal.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                (int i, int j) = rows >= columns ? (row, column) : (column, row);
                weight.Value[row, column] = (float)(gain * qr.Q[i, j] * (qr.R[j, j] < 0 ? -1 : 1));
            }
        }
    }
}
