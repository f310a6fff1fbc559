using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The terminal.</summary>
internal static class Terminal
{
    /// <summary>Whether output is an interactive terminal, on which progress can be redrawn in place.</summary>
    public static bool IsLive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;
}
