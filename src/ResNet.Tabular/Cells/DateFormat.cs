namespace ResNet.Tabular;

/// <summary>How the dates of a column are written. As numbers they are days since 1970-01-01T00:00.</summary>
/// <param name="Order">the order of year, month and day</param>
/// <param name="HasOffset">whether each names its offset from UTC; then the days are those in UTC</param>
internal sealed record DateFormat(DateOrder Order, bool HasOffset = false) : CellFormat
{
    public override string Kind => "a date";

    public override bool TryParse(string text, out double value) =>
        DateCell.TryParse(text, Order, out value, out bool hasOffset) && hasOffset == HasOffset;
}
