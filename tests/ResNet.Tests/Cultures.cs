using System.Globalization;

namespace ResNet.Tests;

/// <summary>Cultures that write numbers and letters each in a way of its own.</summary>
internal static class Cultures
{
    /// <summary>The invariant one first.</summary>
    public static string[] Names { get; } = ["", "de-DE", "tr-TR", "fa-IR", "sv-SE", "ar-SA"];

    /// <summary>Runs something under a culture, which is the language too.</summary>
    public static T Under<T>(string name, Func<T> run)
    {
        (CultureInfo, CultureInfo) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
