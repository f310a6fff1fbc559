namespace ResNet.Tests.Kernels;

/// <summary>Random operands of the kernels of norms, features × columns, and the formulas for one place of them.</summary>
internal sealed class RandomNorm
{
    private readonly bool ofColumn;
    private readonly float[] gamma;
    private readonly float[] beta;
    private readonly int stride;
    private readonly float[] singles;
    private readonly double[] doubles;

    private RandomNorm(int features, int columns, bool ofColumn)
    {
        Random random = new(features);
        (Features, Columns) = (features, columns);
        this.ofColumn = ofColumn;
        stride = Statistics.Padded(Math.Max(features, columns));
        (gamma, beta) = (UniformDraw.Of(random, features), UniformDraw.Of(random, features));
        singles = UniformDraw.Of(random, Statistics.SingleRows * stride);
        doubles = [.. UniformDraw.Of(random, Statistics.DoubleRows * stride).Select(value => value / 3.0)];
        int length = features * columns;
        (Z, D, Addend, Sign) = (Draw(), Draw(), Draw(), Draw());

        float[] Draw() => UniformDraw.Of(random, length);
    }

    /// <summary>One of each number of features, with the statistics of features and with those of columns.</summary>
    public static IEnumerable<RandomNorm> Shapes => Enumerable.Range(1, 70).SelectMany(features => new[] { false, true }
        .Select(ofColumn => new RandomNorm(features, columns: features % 19 + 1, ofColumn)));

    public int Features { get; }

    public int Columns { get; }

    public float[] Z { get; }

    public float[] D { get; }

    public float[] Addend { get; }

    public float[] Sign { get; }

    private Statistics Own => new(singles, doubles, stride);

    public double Gamma(int place) => gamma[place % Features];

    public double Beta(int place) => beta[place % Features];

    /// <summary>x̂ on the way forward.</summary>
    public double Standardized(int place) => ((double)Z[place] - Of(singles, 0, place) - Of(singles, 1, place)) * Of(singles, 2, place);

    /// <summary>x̂ on the way back.</summary>
    public double StandardizedBack(int place) => (Z[place] - Of(doubles, 0, place)) * Of(doubles, 1, place);

    /// <summary>s·(e − ē − x̂·p), from −ē and −s·p.</summary>
    public double Centred(int place) => Of(doubles, 1, place) *
        (Gamma(place) * D[place] + Of(doubles, 2, place) + (Z[place] - Of(doubles, 0, place)) * Of(doubles, 3, place));

    public void Forward(Epilogue epilogue, float[] y)
    {
        if (ofColumn) Standardizing<OfColumn>.Run(Z, Own, gamma, beta, epilogue, y);
        else Standardizing<OfFeature>.Run(Z, Own, gamma, beta, epilogue, y);
    }

    public void Backward(Epilogue epilogue, float[] d, float[] result)
    {
        if (ofColumn) StandardizingBack<OfColumn>.Run(d, Z, Own, gamma, epilogue, result);
        else StandardizingBack<OfFeature>.Run(d, Z, Own, gamma, epilogue, result);
    }

    public void AddSums(double[] sums, double[] products)
    {
        if (ofColumn) StandardizingBack<OfColumn>.AddSums(D, Z, Own, Features, sums, products);
        else StandardizingBack<OfFeature>.AddSums(D, Z, Own, Features, sums, products);
    }

    public void ShouldGive(float[] results, Func<int, double> formula)
    {
        for (int place = 0; place < results.Length; place++)
        {
            ((double)results[place]).Should().BeApproximately(formula(place), 2e-6, "of {0} features, at {1}", Features, place);
        }
    }

    private double Of<T>(T[] rows, int row, int place)
        where T : System.Numerics.INumber<T> => double.CreateChecked(rows[row * stride + (ofColumn ? place / Features : place % Features)]);
}
