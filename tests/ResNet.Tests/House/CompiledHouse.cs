using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResNet.Tests.House;

/// <summary>The source files of a house as the compiler understands them. A file's room is the folder that it lies in.</summary>
internal sealed class CompiledHouse
{
    private static readonly CSharpCompilationOptions options =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Annotations);

    /// <summary>Everything that the running tests may load but the packages of this repository, which are compiled here.</summary>
    private static readonly MetadataReference[] libraries =
    [
        .. Language.Libraries
            .Where(file => !Path.GetFileName(file).StartsWith("ResNet", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly Lazy<CompiledHouse> core = new(() => new CompiledHouse(Repository.CoreSources()));

    private readonly Dictionary<SyntaxTree, string> rooms;

    public CompiledHouse(IEnumerable<(string Path, string Text)> sources)
    {
        SyntaxTree[] files = [.. sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, Language.Options, source.Path))];
        rooms = files.ToDictionary(file => file, file => RoomOf(file.FilePath));
        SyntaxTree usings = CSharpSyntaxTree.ParseText(Language.ImplicitUsings, Language.Options);
        var written = CSharpCompilation.Create("House", [.. files, usings], libraries, options);
        CSharpGeneratorDriver.Create(SourceGenerators.All, parseOptions: Language.Options)
            .RunGeneratorsAndUpdateCompilation(written, out Compilation complete, out _);
        Compilation = complete;
    }

    /// <summary>The core package.</summary>
    public static CompiledHouse Core => core.Value;

    /// <summary>The written files, the usings that every file has, and what source generators add.</summary>
    public Compilation Compilation { get; }

    public IReadOnlyCollection<SyntaxTree> Files => rooms.Keys;

    /// <summary>The rooms that hold a file.</summary>
    public IReadOnlyList<string> Rooms => [.. rooms.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the compiler refuses; a reference inside such a place could go unseen.</summary>
    public IEnumerable<string> Errors =>
        Compilation.GetDiagnostics().Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.ToString());

    /// <summary>The types whose parts lie in several rooms, with those.</summary>
    public IEnumerable<string> SplitTypes =>
        from file in Files
        let model = Compilation.GetSemanticModel(file)
        from declaration in file.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        let homes = HomesOf(model.GetDeclaredSymbol(declaration)!)
        where homes.Length > 1
        group file by $"{declaration.Identifier.Text} lies in {string.Join(" and ", homes)}" into split
        select split.Key;

    public string RoomOf(SyntaxTree file) => rooms[file];

    /// <summary>The room that declares a type, or the type that a member belongs to; null where it is not of this house.</summary>
    public string? HomeOf(INamedTypeSymbol type) => HomesOf(type) is [string home, ..] ? home : null;

    private string[] HomesOf(INamedTypeSymbol type) =>
    [
        .. type.DeclaringSyntaxReferences.Where(part => rooms.ContainsKey(part.SyntaxTree))
            .Select(part => rooms[part.SyntaxTree]).Distinct().Order(StringComparer.Ordinal),
    ];

    private static string RoomOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');
}
