using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResNet.Tests.House;

/// <summary>The framework's source generators, which the project file puts beside the tests.</summary>
internal static class SourceGenerators
{
    public static IReadOnlyList<ISourceGenerator> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "generators"), "*.dll")
            .Select(file => new AnalyzerFileReference(file, new Loader()))
            .SelectMany(file => file.GetGenerators(LanguageNames.CSharp)),
    ];

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
