using Spectre.Console;

namespace ResNet.Samples;

/// <summary>Where the output goes.</summary>
internal static class Terminal
{
    /// <summary>Whether someone may be watching, so that progress can be drawn over itself.</summary>
    public static bool IsLive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;
}
