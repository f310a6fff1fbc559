namespace ResNet.Tabular;

/// <summary>
/// Dates as features: how long ago they are, and where in the year, the month, the week and the day. First comes (x − μ)/σ for the
/// days x since 1970, with the mean and the population standard deviation of the training rows, which grows with the year; then for
/// each part that varies there sin(2πs) and cos(2πs) for the share s of its cycle that is over (<see cref="DateCycles.ShareAt"/>).
/// If dates were missing in training, the last feature is 1 where the date is missing; a missing date counts as the median.
/// </summary>
internal sealed class DateParts
{
    private readonly double median;
    private readonly Standardization scale;
    private readonly DatePart[] parts;
    private readonly bool hasMissing;

    /// <param name="median">the median of the training rows' days</param>
    /// <param name="scale">scales days</param>
    /// <param name="parts">the parts that are features, in the order of <see cref="DateCycles.Parts"/></param>
    /// <param name="hasMissing">whether dates were missing in training</param>
    public DateParts(double median, Standardization scale, DatePart[] parts, bool hasMissing)
    {
        this.median = median;
        this.scale = scale;
        this.parts = parts;
        this.hasMissing = hasMissing;
    }

    /// <summary>The number of features.</summary>
    public int Features => 1 + 2 * parts.Length + (hasMissing ? 1 : 0);

    /// <summary>
    /// Fits to the training rows. A part is a feature if its whole number (<see cref="DateCycles.NumberAt"/>) varies, the minute only
    /// if the hour does not: the time of day holds it otherwise. The median is a date of the column, the earlier of two in the middle.
    /// </summary>
    /// <param name="days">the dates as days since 1970-01-01T00:00; NaN where missing; all may be</param>
    /// <exception cref="ArgumentOutOfRangeException">a date is beyond years 1 to 9999.</exception>
    public static DateParts Fit(ReadOnlySpan<double> days)
    {
        double[] sorted = [.. days.ToArray().Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0) return new(median: 0, new Standardization(mean: 0, deviation: 0), [], hasMissing: true);
        DateTime[] moments = [.. sorted.Distinct().Select(Days.Moment)];
        List<DatePart> parts = [.. DateCycles.Parts.Where(part => Varies(part, moments))];
        if (parts.Contains(DatePart.Hour)) parts.Remove(DatePart.Minute);
        return new(sorted[(sorted.Length - 1) / 2], Standardization.Fit(sorted), [.. parts], sorted.Length < days.Length);
    }

    /// <summary>
    /// The features, such as <c>born</c>, <c>born month sin</c>, <c>born month cos</c> and <c>born is missing</c>.
    /// </summary>
    /// <param name="column">the column's name</param>
    public IEnumerable<FeatureOrigin> Origins(string column) =>
    [
        new(column, column, $"the days since 1970, {scale.Words}"),
        .. parts.SelectMany(part => (FeatureOrigin[])
        [
            new($"{column} {part.Name()} sin", column, $"the sine of the {part.Name()}, as a share of its cycle"),
            new($"{column} {part.Name()} cos", column, $"the cosine of the {part.Name()}, as a share of its cycle"),
        ]),
        .. hasMissing ? [FeatureOrigin.OfMissing(column)] : (FeatureOrigin[])[],
    ];

    /// <summary>Writes the features of a date.</summary>
    /// <param name="days">the days since 1970-01-01T00:00; NaN where the date is missing</param>
    /// <param name="features">receives a value for each of <see cref="Origins"/></param>
    /// <exception cref="ArgumentOutOfRangeException">the date is beyond years 1 to 9999.</exception>
    public void Write(double days, Span<float> features)
    {
        bool isMissing = double.IsNaN(days);
        if (isMissing) days = median;
        DateTime moment = Days.Moment(days);
        features[0] = scale.Of(days);
        for (int k = 0; k < parts.Length; k++)
        {
            double share = parts[k].ShareAt(moment);
            features[1 + 2 * k] = (float)double.SinPi(2 * share); // in C# throughout, so the bits are the same on every machine
            features[2 + 2 * k] = (float)double.CosPi(2 * share);
        }

        if (hasMissing) features[^1] = isMissing ? 1 : 0;
    }

    /// <summary>The description for files.</summary>
    /// <param name="format">how the column's dates are written</param>
    public SavedDates Describe(DateFormat format) => new(
        format.Order.ToString(),
        format.HasOffset,
        median,
        hasMissing,
        scale.Describe(new SavedNumbers(median, hasMissing)).Standardization!,
        [.. parts.Select(part => part.ToString())]);

    private static bool Varies(DatePart part, DateTime[] moments) =>
        moments.Any(moment => part.NumberAt(moment) != part.NumberAt(moments[0]));
}
