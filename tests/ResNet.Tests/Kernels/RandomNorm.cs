namespace ResNet.Tests.Kernels;

/// <summary>Random operands of the kernels of norms, features × columns, and the formulas for one place of them.</summary>
internal sealed class RandomNorm
{
    private readonly bool ofColumn;
    private readonly float[] gamma;
    private readonly float[] beta;
    private readonly int stride;
    private readonly float[] rows;

    private RandomNorm(int features, int columns, bool ofColumn)
    {
        Random random = new(features);
        (Features, Columns) = (features, columns);
        this.ofColumn = ofColumn;
        stride = Statistics.Padded(Math.Max(features, columns));
        (gamma, beta) = (UniformDraw.Of(random, features), UniformDraw.Of(random, features));
        rows = UniformDraw.Of(random, Statistics.Rows * stride);
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

    private Statistics Own => new(rows, stride);

    public double Gamma(int place) => gamma[place % Features];

    public double Beta(int place) => beta[place % Features];

    /// <summary>x̂.</summary>
    public double Standardized(int place) => Deviation(place) * Row(2, place);

    /// <summary>s·(e − ē − x̂·p), from −ē and −s·p.</summary>
    public double Centred(int place) =>
        Row(2, place) * (Gamma(place) * D[place] + Row(3, place) + Deviation(place) * Row(4, place));

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

    public void Sums(double[] sums, double[] products)
    {
        if (ofColumn) StandardizingBack<OfColumn>.Sums(D, Z, Own, Features, sums, products);
        else StandardizingBack<OfFeature>.Sums(D, Z, Own, Features, sums, products);
    }

    public void ShouldGive(float[] results, Func<int, double> formula)
    {
        for (int place = 0; place < results.Length; place++)
        {
            ((double)results[place]).Should().BeApproximately(formula(place), 2e-6, "of {0} features, at {1}", Features, place);
        }
    }

    private double Deviation(int place) => (double)Z[place] - Row(0, place) - Row(1, place);

    private double Row(int row, int place) => rows[row * stride + (ofColumn ? place / Features : place % Features)];
}
