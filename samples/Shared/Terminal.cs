using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The terminal, or the file or pipe in its place.</summary>
internal static class Terminal
{
    private const int ColumnsOfFile = 1000; // to have room for every line

    static Terminal()
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = ColumnsOfFile;
    }

    /// <summary>Whether output is an interactive terminal, on which progress can be redrawn in place.</summary>
    public static bool IsLive => AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true } && !Console.IsOutputRedirected;

    public static int Columns => AnsiConsole.Profile.Width;

    /// <summary>Writes a text in as many lines as it takes to break none of its words.</summary>
    public static void WriteLine(string text = "")
    {
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            bool isFirst = column == 0, fits = column + word.Length < Columns;
            Console.Write(isFirst ? word : fits ? $" {word}" : Environment.NewLine + word);
            column = isFirst || !fits ? word.Length : column + 1 + word.Length;
        }

        Console.WriteLine();
    }
}
