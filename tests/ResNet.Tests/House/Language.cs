using Microsoft.CodeAnalysis.CSharp;

namespace ResNet.Tests.House;

/// <summary>C# as the projects of this repository are compiled.</summary>
internal static class Language
{
    /// <summary>The usings that every file has.</summary>
    public const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.Preview);

    /// <summary>The files of everything that the running tests may load.</summary>
    public static IEnumerable<string> Libraries => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
