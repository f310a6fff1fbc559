namespace ResNet;

/// <summary>The folder for the results.</summary>
internal sealed class OutputFolder
{
    private readonly string path;

    private OutputFolder(string path) => this.path = path;

    /// <summary>Creates the folder and checks that it is writable, before hours are spent on results that cannot be saved.</summary>
    /// <exception cref="IOException">the folder cannot be created or written to.</exception>
    public static OutputFolder Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            string trial = Path.Combine(path, $".{Path.GetRandomFileName()}");
            File.Create(trial, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"The output folder '{path}' cannot be written to: {exception.Message}", exception);
        }

        return new OutputFolder(path);
    }

    /// <summary>The same for the folder of a file.</summary>
    /// <exception cref="IOException">the folder cannot be created or written to, or is where the file should be.</exception>
    public static void CreateFor(string file)
    {
        if (Path.EndsInDirectorySeparator(file) || Directory.Exists(file)) throw new IOException($"'{file}' is a folder, not a file.");
        Create(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string file] => Path.Combine(path, file);
}
