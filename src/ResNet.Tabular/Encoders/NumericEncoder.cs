using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <summary>A scaled number and, if values were missing in training, an indicator of whether it is missing.</summary>
internal sealed class NumericEncoder : ColumnEncoder
{
    private readonly NumberFormat format;
    private readonly double median;
    private readonly Scale scale;

    public NumericEncoder(string column, NumberFormat format, double median, Scale scale, bool hasMissing)
        : base(column, features: hasMissing ? 2 : 1)
    {
        this.format = format;
        this.median = median;
        this.scale = scale;
    }

    public override IEnumerable<FeatureOrigin> Origins =>
    [
        new(Column, Column, $"the number, {scale.Words}"),
        .. HasMissing ? [FeatureOrigin.OfMissing(Column)] : (FeatureOrigin[])[],
    ];

    public override string Unknown => $"not {format.Kind}, taken for missing";

    /// <summary>How the column's numbers are written.</summary>
    public NumberFormat Format => format;

    /// <summary>Whether values were missing in training.</summary>
    private bool HasMissing => Features > 1;

    /// <param name="column">the column's name</param>
    /// <param name="format">how its numbers are written</param>
    /// <param name="training">the training rows; all may be missing where others, of the rows held out, are not</param>
    /// <param name="scaling">how numbers are scaled</param>
    /// <param name="buffer">an array of a value for each row, of which nothing is kept</param>
    public static NumericEncoder Fit(string column, NumberFormat format, ColumnValues training, NumericScaling scaling, double[] buffer)
    {
        double[] values = training.Present(buffer);
        bool hasMissing = values.Length < training.Count;
        if (values.Length == 0) return new(column, format, median: 0, new Standardization(mean: 0, deviation: 0), hasMissing);
        if (scaling == NumericScaling.QuantileNormal) Array.Sort(values);
        Scale scale = scaling == NumericScaling.Standardize ? Standardization.Fit(values) : QuantileNormal.Fit(values);
        return new(column, format, ArrayStatistics.MedianInplace(values), scale, hasMissing);
    }

    public override RowEncoder Over(Table table, int index, CellReading reading)
    {
        var values = new ColumnValues(table, index, format, reading.Missing, reading.OddIsMissing);
        float[] ofTexts = new float[values.OfTexts.Length];
        for (int code = 0; code < ofTexts.Length; code++) ofTexts[code] = FeatureOf(values.OfTexts[code]);
        return (row, features) =>
        {
            int code = values.CodeOf(row);
            double value = values[row];
            features[0] = code >= 0 ? ofTexts[code] : FeatureOf(value);
            if (HasMissing) features[1] = double.IsNaN(value) ? 1 : 0;
        };
    }

    public override bool Knows(string text, bool isByHand) => format.TryParse(text, isByHand, out _);

    public override SavedColumn Describe() => new(Column)
    {
        Numeric = scale.Describe(new SavedNumbers(median, HasMissing) { Format = SavedNumberFormat.Of(format) }),
    };

    private float FeatureOf(double value) => scale.Of(double.IsNaN(value) ? median : value);
}
