using System.Globalization;
using System.Text;

namespace ResNet;

/// <summary>The invariant culture, in force until disposed: for texts that must be the same on every machine.</summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo language = CultureInfo.CurrentUICulture;

    /// <summary>Begins here, for what this thread does.</summary>
    public InvariantCulture() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

    /// <summary>A record as text, as the compiler would write it, but with numbers that no culture changes.</summary>
    /// <param name="name">the record's name</param>
    /// <param name="printMembers">what the compiler gives a record to write its members</param>
    public static string TextOf(string name, Func<StringBuilder, bool> printMembers)
    {
        using var invariant = new InvariantCulture();
        var text = new StringBuilder(name).Append(" { ");
        if (printMembers(text)) text.Append(' ');
        return text.Append('}').ToString();
    }

    /// <summary>The culture and the language that were in force before.</summary>
    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
}
