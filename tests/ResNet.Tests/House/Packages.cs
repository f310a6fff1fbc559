using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ResNet.Tests.House;

/// <summary>What the project files of the packages say of one another.</summary>
internal static partial class Packages
{
    private static readonly string[] welcome = ["ResNet.Tests", "ResNet.Benchmarks"];

    /// <summary>The packages, each named by its project file.</summary>
    public static string[] In(IEnumerable<(string Path, string Text)> projects) =>
        [.. projects.Select(project => Path.GetFileNameWithoutExtension(project.Path))];

    public static IReadOnlyList<Reference> ReferencesIn(IEnumerable<(string Path, string Text)> projects) =>
    [
        .. from project in projects
           from item in XDocument.Parse(project.Text, LoadOptions.SetLineInfo).Descendants("ProjectReference")
           from file in ((string)item.Attribute("Include")!).Replace('\\', '/').Split(';')
           select new Reference(
               Path.GetFileNameWithoutExtension(project.Path), project.Path, ((IXmlLineInfo)item).LineNumber,
               Path.GetFileName(file), Path.GetFileNameWithoutExtension(file)),
    ];

    /// <summary>The source files that a project compiles from elsewhere, and where it says they lie.</summary>
    public static IEnumerable<(string File, string Link)> LinkedFilesIn(string project) =>
        from item in XDocument.Parse(project).Descendants("Compile")
        where item.Attribute("Link") is not null
        select (((string)item.Attribute("Include")!).Replace('\\', '/'), ((string)item.Attribute("Link")!).Replace('\\', '/'));

    /// <summary>The places, in projects or sources, that show a package's internals to others than the tests and benchmarks.</summary>
    public static IEnumerable<string> FriendsIn(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from Match match in FriendPattern().Matches(file.Text)
        let friend = match.Groups[1].Value
        where !welcome.Contains(friend)
        select $"{file.Path}:{file.Text[..match.Index].Count(letter => letter == '\n') + 1} shows internals to {friend}";

    [GeneratedRegex("""InternalsVisibleTo[^"]*"([^"]+)""")]
    private static partial Regex FriendPattern();
}
