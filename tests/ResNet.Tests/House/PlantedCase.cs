namespace ResNet.Tests.House;

/// <summary>A file of the room Upper. The lines that use something of Lower end with "// here"; no other line does.</summary>
internal sealed record PlantedCase(string Kind, params string[] Lines)
{
    public string Path => $"Upper/{Kind}.cs";

    /// <summary>The lines in a namespace of their own, where everything else of the house is seen too.</summary>
    public string Text => $"namespace Planted.@{Kind.Replace(' ', '_')}; {string.Join('\n', Lines)}";

    public IEnumerable<int> MarkedLines =>
        Lines.Index().Where(line => line.Item.EndsWith("// here", StringComparison.Ordinal)).Select(line => line.Index + 1);

    public static PlantedCase Member(string kind, params string[] lines) => new(kind, ["class User", "{", .. lines, "}"]);
}
