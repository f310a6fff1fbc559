using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>The description of a column of dates in files. Days are those since 1970-01-01T00:00.</summary>
/// <param name="Order">the name of a <see cref="DateOrder"/>: how the column's dates are read</param>
/// <param name="HasOffset">whether the dates have offsets from UTC</param>
/// <param name="Median">the median of the training rows' days</param>
/// <param name="HasMissing">whether dates were missing there</param>
/// <param name="Standardization">the mean and the standard deviation of their days</param>
/// <param name="Parts">the names of each <see cref="DatePart"/> that is a feature, in order</param>
internal sealed record SavedDates(
    string Order,
    bool HasOffset,
    double Median,
    bool HasMissing,
    SavedStandardization Standardization,
    IReadOnlyList<string> Parts)
{
    /// <summary>How the column's dates are written.</summary>
    /// <exception cref="ArgumentException">there is no such order, or dates in it have no offsets.</exception>
    [JsonIgnore]
    public DateFormat Format => Descriptions.Value<DateOrder>(Order) is var order && HasOffset && order != DateOrder.YearMonthDay
        ? throw new ArgumentException($"Dates in the order {order} have no offsets from UTC.")
        : new DateFormat(order, HasOffset);

    /// <summary>The encoder described.</summary>
    /// <param name="column">the column's name</param>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public DateEncoder Encoder(string column) => new(column, Format, Features());

    /// <summary>The features described.</summary>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public DateParts Features()
    {
        if (!Days.AreInRange(Median)) throw new ArgumentException("The median is out of range.");
        (double mean, double deviation) = Standardization;
        if (!Days.AreInRange(mean) || !(deviation >= 0 && deviation <= Days.Last - Days.First))
        {
            throw new ArgumentException("The mean or the standard deviation is out of range.");
        }

        DatePart[] parts = [.. Descriptions.AllThere(Parts, "parts").Select(Descriptions.Value<DatePart>)];
        return parts.SequenceEqual(parts.Distinct().Order())
            ? new DateParts(Median, new Standardization(mean, deviation), parts, HasMissing)
            : throw new ArgumentException($"Expected each part once, in the order {string.Join(", ", DateCycles.Parts)}.");
    }
}
