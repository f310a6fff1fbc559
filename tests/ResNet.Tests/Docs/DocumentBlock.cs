using ResNet.Tests.House;

namespace ResNet.Tests.Docs;

/// <summary>A block of C# in a document, or a program that stands beside the documents.</summary>
/// <param name="Place">the file below the repository's root, and the line</param>
/// <param name="Code">the code</param>
/// <param name="IsRun">whether it runs with what the tests have; others are marked <c>csharp compiled only</c></param>
public sealed record DocumentBlock(string Place, string Code, bool IsRun)
{
    private const string Fence = "```";

    /// <summary>Programs with packages of their own, which may have native code, are built by the checks of a change alone.</summary>
    private const string OwnPackage = "\n#:package ";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<DocumentBlock> All { get; } =
    [
        .. Repository.Documents().SelectMany(document => BlocksOf(document.Path, document.Text)),
        .. Repository.Programs().Where(program => !program.Text.Contains(OwnPackage, StringComparison.Ordinal))
            .Select(program => new DocumentBlock(program.Path, WithoutDirectives(program.Text), IsRun: false)),
    ];

    public override string ToString() => Place;

    internal static IEnumerable<DocumentBlock> BlocksOf(string path, string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string[] info = lines[i].Trim().Split(' ');
            if (info[0] is not (Fence + "csharp" or Fence + "cs")) continue;
            int end = Array.FindIndex(lines, i + 1, line => line.Trim() == Fence);
            yield return new DocumentBlock($"{path}:{i + 1}", string.Join('\n', lines[(i + 1)..end]), IsRun: info.Length == 1);
            i = end;
        }
    }

    /// <summary>A program in one file begins with lines for the build, such as <c>#:project ../../src/ResNet</c>.</summary>
    private static string WithoutDirectives(string program) =>
        string.Join('\n', program.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));
}
