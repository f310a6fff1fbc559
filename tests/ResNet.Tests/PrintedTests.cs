using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace ResNet.Tests;

/// <summary>What users print or look at in a debugger says more than the name of its type, the same on every machine.</summary>
public class PrintedTests
{
    /// <summary>What nobody prints: it builds, reads or draws something that is printed itself.</summary>
    private static readonly string[] unprinted =
    [
        "LayerBuilder", "PlainBlockBuilder", "ResidualBlockBuilder", "NetworkBuilder", "NetworkFile", "ConfusionFigure", "DepthStudyFigure",
        "ImportanceFigure", "TrainingFigure", "ConsoleProgress",
    ];

    /// <summary>What prints alike in every culture, where it is not negative.</summary>
    private static readonly Type[] texts = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(TimeSpan)];

    private static readonly Type[] exported =
    [
        .. typeof(PrintedTests).Assembly.GetReferencedAssemblies()
            .Where(assembly => assembly.Name!.StartsWith("ResNet", StringComparison.Ordinal) && assembly.Name != "ResNet.Fitting")
            .SelectMany(assembly => Assembly.Load(assembly).GetExportedTypes()),
    ];

    [Fact]
    public void Whatever_users_print_says_what_it_is() =>
        exported.Where(type => IsPrinted(type) && (HasNoText(type) || HasTextOfTheCompiler(type))).Select(type => type.Name)
            .Should().BeEquivalentTo(unprinted);

    private static bool IsPrinted(Type type) =>
        !type.IsAbstract && !type.IsEnum && !type.IsByRefLike && !typeof(JsonConverter).IsAssignableFrom(type);

    private static bool HasNoText(Type type) => Text(type).DeclaringType!.Namespace == nameof(System);

    /// <summary>Whether a record's text is the compiler's, which names the types of lists and follows the machine's culture.</summary>
    private static bool HasTextOfTheCompiler(Type type) =>
        Text(type).IsDefined(typeof(CompilerGeneratedAttribute)) && type.GetProperties().Any(property => !IsPlain(property.PropertyType));

    private static bool IsPlain(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || exported.Contains(plain) || Array.IndexOf(texts, plain) >= 0;
    }

    private static MethodInfo Text(Type type) => type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
}
