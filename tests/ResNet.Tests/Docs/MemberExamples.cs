using System.Xml.Linq;

namespace ResNet.Tests.Docs;

/// <summary>The examples in the documentation of types and members, as the compiler has written it beside the packages.</summary>
internal static class MemberExamples
{
    /// <summary>Every example, under the name of its member, such as <c>T:ResNet.Network</c>.</summary>
    public static IReadOnlyList<DocumentBlock> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "ResNet*.xml").Order(StringComparer.Ordinal)
           from member in XDocument.Load(file).Descendants("member")
           from example in member.Elements("example").Index()
           let name = (string)member.Attribute("name")!
           from code in example.Item.Descendants("code").Take(1) // what may follow is what it prints
           select new DocumentBlock(example.Index == 0 ? name : $"{name} {example.Index + 1}", code.Value, IsRun: false),
    ];

    /// <summary>Whether a type has an example of its own.</summary>
    public static bool HasOne(Type type) => All.Any(example => example.Place == $"T:{type.FullName}");
}
