using System.Globalization;

namespace ResNet;

/// <summary>The invariant culture, in force until disposed: for texts that must be the same on every machine.</summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo language = CultureInfo.CurrentUICulture;

    /// <summary>Begins here, for what this thread does.</summary>
    public InvariantCulture() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

    /// <summary>The culture and the language that were in force before.</summary>
    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
}
