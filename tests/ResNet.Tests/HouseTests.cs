using System.Text.RegularExpressions;

namespace ResNet.Tests;

/// <summary>The folders of the core package and who may import whom.</summary>
public partial class HouseTests
{
    /// <summary>From the top down: a folder imports only folders that stand after it.</summary>
    private static readonly string[] folders = ["Training", "Networks", "Blocks", "Layers", "Passes", "Parameters", "Parts", "Files", "Data", "Threads", "Kernels"];

    [Fact]
    public void A_folder_imports_only_folders_below_it()
    {
        Dictionary<string, string[]> sources = folders.ToDictionary(folder => folder, SourcesOf);
        var homes = sources
            .SelectMany(pair => pair.Value.SelectMany(source => Declaration().Matches(source).Select(match => (Type: match.Groups[1].Value, pair.Key))))
            .DistinctBy(pair => pair.Type)
            .ToDictionary(pair => pair.Type, pair => Array.IndexOf(folders, pair.Key));
        homes.Should().ContainKeys("Trainer", "Network", "ResidualBlock", "Layer", "Dataset", "Product");

        var strangers =
            from pair in sources
            from source in pair.Value
            from Match word in Word().Matches(source)
            let home = homes.GetValueOrDefault(word.Value, folders.Length)
            where home < Array.IndexOf(folders, pair.Key)
            select $"{pair.Key} mentions {word.Value} of {folders[home]}";
        strangers.Distinct().Should().BeEmpty();
    }

    [Fact]
    public void Every_source_file_lives_in_a_folder_of_the_house()
    {
        IEnumerable<string> strays = Directory.EnumerateFiles(Root(), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root(), file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Where(file => !folders.Contains(file.Split('/')[0]));
        strays.Should().BeEmpty();
    }

    private static string[] SourcesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => NotCode().Replace(File.ReadAllText(file), " ")),
    ];

    private static string Root()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "ResNet.sln"))) directory = Path.GetDirectoryName(directory);
        return Path.Combine(directory!, "src", "ResNet");
    }

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface) (?!struct|class)(\w+)")]
    private static partial Regex Declaration();

    /// <summary>A name where a type stands: before a member, a type argument or a variable, or after new, a colon or typeof.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*(?=[<.?>\[]|\s+[A-Za-z_])|(?<=\bnew |: |<|typeof\()[A-Z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex("""//[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'""")]
    private static partial Regex NotCode();
}
