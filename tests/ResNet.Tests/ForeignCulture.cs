using System.Globalization;

namespace ResNet.Tests;

/// <summary>A culture that writes no number as the invariant one does, on machines without data on cultures too.</summary>
internal static class ForeignCulture
{
    public static T In<T>(Func<T> make)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo numbers = foreign.NumberFormat;
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = "٫";
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = "٬";
        numbers.PercentSymbol = "٪";
        numbers.NegativeSign = "−";
        numbers.NaNSymbol = "no number";
        numbers.PositiveInfinitySymbol = "boundless";
        CultureInfo.CurrentCulture = foreign;
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
