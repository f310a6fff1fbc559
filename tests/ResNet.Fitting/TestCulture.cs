using System.Globalization;
using System.Runtime.CompilerServices;

namespace ResNet.Fitting;

/// <summary>The culture that tests, and the processes that they start, run under: the one that the environment names, if any.</summary>
internal static class TestCulture
{
    public const string Variable = "RESNET_TEST_CULTURE";

    public static string? Asked { get; } = Environment.GetEnvironmentVariable(Variable);

    [ModuleInitializer]
    public static void Begin()
    {
        if (string.IsNullOrEmpty(Asked)) return;
        var culture = CultureInfo.GetCultureInfo(Asked);
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, culture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
    }
}
