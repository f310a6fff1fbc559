namespace ResNet.Tool;

/// <summary>Where the tool reads from and writes to.</summary>
/// <param name="input">standard input, which a file called <c>-</c> stands for</param>
/// <param name="output">answers, for people or as JSON or CSV</param>
/// <param name="error">progress, doubts and errors</param>
internal sealed class ToolConsole(Stream input, TextWriter output, TextWriter error)
{
    /// <summary>What the library calls a stream without a name.</summary>
    private const string Unnamed = "table";

    private bool isInputRead;

    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>The file of a command line.</summary>
    /// <exception cref="IOException">the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    public Stream Open(string path)
    {
        if (path == "-")
        {
            isInputRead = true;
            return input;
        }

        return Directory.Exists(path) ? throw new IOException($"'{path}' is a folder, not a file.")
            : File.Exists(path) ? File.OpenRead(path)
            : throw new FileNotFoundException($"There is no file '{path}'.");
    }

    /// <summary>What one could doubt, a sentence each.</summary>
    public void Warn(IEnumerable<string> doubts)
    {
        foreach (string doubt in doubts) Error.WriteLine(Shown.Sentence($"doubt: {Words(doubt)}"));
    }

    /// <summary>A message of the library in the words of the command line.</summary>
    public string Words(string message)
    {
        bool isOfInput = isInputRead && message.StartsWith(Unnamed, StringComparison.Ordinal);
        return OptionNames.In(isOfInput ? $"standard input{message[Unnamed.Length..]}" : message);
    }
}
