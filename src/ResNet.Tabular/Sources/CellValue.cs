using System.Globalization;

namespace ResNet.Tabular;

/// <summary>Values of programs and databases as the texts of cells, invariant, so that they are read back as what they are.</summary>
internal static class CellValue
{
    private const string Day = "yyyy-MM-dd";
    private const string Moment = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    /// <summary>Whether values of a type can be cells: numbers, texts, booleans, enumerations, dates, times, and nullable ones.</summary>
    public static bool IsCell(Type type)
    {
        Type value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsEnum || value == typeof(object) || Type.GetTypeCode(value) is not (TypeCode.Object or TypeCode.Empty)
            || value == typeof(DateOnly) || value == typeof(TimeOnly) || value == typeof(DateTimeOffset) || value == typeof(TimeSpan)
            || value == typeof(Guid) || value == typeof(Half) || value == typeof(Int128) || value == typeof(UInt128)
            || value == typeof(System.Numerics.BigInteger);
    }

    /// <summary>The text of a value, without blanks around it; null for nothing, which NaN is, too. Durations are seconds.</summary>
    /// <exception cref="NotSupportedException">the value can be no cell.</exception>
    public static string? TextOf(object? value) => value switch
    {
        null or DBNull or double.NaN or float.NaN => null,
        Half number when Half.IsNaN(number) => null,
        string text => text.Trim(),
        char letter => letter.ToString().Trim(),
        bool flag => flag ? "true" : "false",
        Enum name => name.ToString(),
        DateTime moment => TextOf(moment),
        DateOnly day => day.ToString(Day, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString(Moment + "zzz", CultureInfo.InvariantCulture),
        TimeSpan duration => Seconds(duration.Ticks),
        TimeOnly time => Seconds(time.Ticks),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other when IsCell(value.GetType()) => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"a {value.GetType().Name} can be no cell; make a number, a text, a boolean or a date of it"),
    };

    private static string Seconds(long ticks) =>
        (ticks / (decimal)TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);

    /// <summary>The day alone at midnight; of time zones only UTC is told, the machine's own never.</summary>
    private static string TextOf(DateTime moment)
    {
        string text = moment.TimeOfDay == TimeSpan.Zero && moment.Kind != DateTimeKind.Utc
            ? moment.ToString(Day, CultureInfo.InvariantCulture)
            : moment.ToString(Moment, CultureInfo.InvariantCulture);
        return moment.Kind == DateTimeKind.Utc ? text + "Z" : text;
    }
}
