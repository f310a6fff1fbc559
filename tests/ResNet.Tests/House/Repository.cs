namespace ResNet.Tests.House;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The text of the file that says what the rooms and packages are.</summary>
    public static string Plan { get; } = File.ReadAllText(Path.Combine(Root, "docs", "house.md"));

    /// <summary>The source files of the core package: path below its folder, and text. Linked ones lie where the link says.</summary>
    public static IEnumerable<(string Path, string Text)> CoreSources()
    {
        string folder = Path.Combine(Root, "src", "ResNet");
        string project = File.ReadAllText(Path.Combine(folder, "ResNet.csproj"));
        return Read("src/ResNet", "*.cs").Concat(
            Packages.LinkedFilesIn(project).Select(linked => (linked.Link, File.ReadAllText(Path.Combine(folder, linked.File)))));
    }

    /// <summary>The project files of the packages: path below src, and text.</summary>
    public static IEnumerable<(string Path, string Text)> Projects() => Read("src", "*.csproj");

    /// <summary>The source files of all packages: path below src, and text.</summary>
    public static IEnumerable<(string Path, string Text)> Sources() => Read("src", "*.cs");

    /// <summary>Every file of the packages that can name a friend.</summary>
    public static IEnumerable<(string Path, string Text)> ProjectsAndSources() => Projects().Concat(Sources());

    /// <summary>Every document: path below the root, and text.</summary>
    public static IEnumerable<(string Path, string Text)> Documents() =>
        Read("", "*.md").Where(file => !file.Path.StartsWith('.'));

    /// <summary>The programs in one file that stand beside the documents.</summary>
    public static IEnumerable<(string Path, string Text)> Programs() =>
        Read("docs/programs", "*.cs").Select(file => ($"docs/programs/{file.Path}", file.Text));

    private static IEnumerable<(string Path, string Text)> Read(string folder, string pattern)
    {
        string start = Path.Combine(Root, folder);
        return
            from file in Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
            let path = Path.GetRelativePath(start, file).Replace('\\', '/')
            where !path.Split('/').Any(part => part is "bin" or "obj")
            orderby path
            select (path, File.ReadAllText(file));
    }

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "ResNet.sln"))) directory = Path.GetDirectoryName(directory);
        return directory ?? throw new DirectoryNotFoundException("No folder above the tests holds ResNet.sln.");
    }
}
