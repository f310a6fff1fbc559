using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNet.Tests.House;

namespace ResNet.Tests.Docs;

/// <summary>A block as a program of its own, which finds what it does not declare in <see cref="Surroundings"/>.</summary>
internal static class CompiledBlock
{
    private const string LibraryUsings =
        """
        global using MathNet.Numerics.LinearAlgebra;
        global using ResNet;
        global using ResNet.Onnx;
        global using ResNet.Plotting;
        global using ResNet.Studies;
        global using ResNet.Tabular;
        global using static ResNet.Tests.Docs.Surroundings;
        """;

    private const string WebUsings =
        """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using System.Net.Http.Json;
        """;

    /// <summary>What examples of where tables come from use, the packages of databases and spreadsheets among it.</summary>
    private const string SourceUsings =
        """
        global using System.Globalization;
        global using System.IO.Compression;
        global using System.Text;
        global using ExcelDataReader;
        global using Microsoft.Data.Sqlite;
        """;

    private static readonly MetadataReference[] libraries =
        [.. Files().DistinctBy(Path.GetFileName).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>The block's errors, with the lines of the document.</summary>
    public static IReadOnlyList<string> Errors(DocumentBlock block) =>
        [.. Compile(block).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => $"{block.Place}: {found}")];

    /// <summary>Runs the block.</summary>
    public static void Run(DocumentBlock block)
    {
        using var assembly = new MemoryStream();
        Compile(block).Emit(assembly).Success.Should().BeTrue("{0} compiles", block.Place);
        MethodInfo entry = Assembly.Load(assembly.ToArray()).EntryPoint!;
        entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
    }

    private static CSharpCompilation Compile(DocumentBlock block)
    {
        SyntaxTree code = CSharpSyntaxTree.ParseText(block.Code, Language.Options);
        bool isProgram = code.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        bool isSource = block.Place.StartsWith("docs/tables.md", StringComparison.Ordinal);
        bool isWeb = block.Code.Contains("WebApplication", StringComparison.Ordinal);
        string usings = string.Join('\n', Language.ImplicitUsings, LibraryUsings, isWeb ? WebUsings : "", isSource ? SourceUsings : "");
        return CSharpCompilation.Create(
            $"Block{Guid.NewGuid():N}",
            [code, CSharpSyntaxTree.ParseText(usings, Language.Options)],
            libraries,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What the running tests may load, and the framework of web servers, which every SDK has.</summary>
    private static IEnumerable<string> Files()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string web = Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App");
        string version = Directory.EnumerateDirectories(web, "10.*").Order(StringComparer.Ordinal).Last();
        return Language.Libraries.Concat(Directory.EnumerateFiles(version, "Microsoft.*.dll"));
    }
}
