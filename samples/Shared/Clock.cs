using System.Globalization;

namespace ResNet.Samples;

/// <summary>Times as minutes and seconds.</summary>
internal static class Clock
{
    public static string Of(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");
}
