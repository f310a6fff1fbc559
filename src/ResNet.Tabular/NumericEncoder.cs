using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <summary>A scaled number and, if values were missing in training, an indicator of whether it is missing.</summary>
internal sealed class NumericEncoder : ColumnEncoder
{
    private readonly double median;
    private readonly Scale scale;

    public NumericEncoder(string column, double median, Scale scale, bool hasMissing)
        : base(column, features: hasMissing ? 2 : 1)
    {
        this.median = median;
        this.scale = scale;
    }

    public override IEnumerable<string> FeatureNames => HasMissing ? [Column, $"{Column} is missing"] : [Column];

    /// <summary>Whether values were missing in training.</summary>
    private bool HasMissing => Features > 1;

    public static NumericEncoder Fit(Table training, int column, NumericScaling scaling)
    {
        List<double> values = new(training.RowCount);
        for (int row = 0; row < training.RowCount; row++)
        {
            if (training.Number(row, column) is { } value) values.Add(value);
        }

        if (values.Count == 0) throw training.Broken(column, "a numeric column needs a value to learn from, but all are missing");
        double[] sorted = [.. values.Order()];
        Scale scale = scaling == NumericScaling.Standardize ? Standardization.Fit(sorted) : QuantileNormal.Fit(sorted);
        return new(training.Columns[column], SortedArrayStatistics.Median(sorted), scale, sorted.Length < training.RowCount);
    }

    public override void Encode(Table table, int row, int index, Span<float> features)
    {
        double? value = table.Number(row, index);
        features[0] = scale.Of(value ?? median);
        if (HasMissing) features[1] = value is null ? 1 : 0;
    }

    public override ColumnDescription Describe() => new(Column)
    {
        Numeric = scale.Describe(new NumericDescription(median, HasMissing)),
    };
}
