using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResNet.Tests.House;

/// <summary>
/// Finds the places where reals or dates become text, or texts are put in order, as the machine's culture would have it, and the
/// compiler's rules see nothing: interpolated and added texts, joined and printed numbers, records, and sorting without a comparer.
/// Whole numbers count where they have a format; without one, only the sign of a negative one depends on the culture.
/// </summary>
internal static class CultureBound
{
    private static readonly HashSet<string> printing = ["Append", "AppendJoin", "Concat", "Format", "Insert", "Join", "Write", "WriteLine"];

    private static readonly HashSet<string> ordering =
        ["Max", "Min", "Order", "OrderBy", "OrderByDescending", "OrderDescending", "Sort", "ThenBy", "ThenByDescending"];

    public static IEnumerable<string> In(CompiledHouse house) =>
        from file in house.Files.AsParallel().AsOrdered()
        let model = house.Compilation.GetSemanticModel(file)
        from node in file.GetRoot().DescendantNodes()
        where IsBound(model, node)
        select $"{file.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {node.ToString().Split('\n')[0]}";

    private static bool IsBound(SemanticModel model, SyntaxNode node) => node switch
    {
        InterpolationSyntax hole => model.GetTypeInfo(hole.Parent!).ConvertedType is { } text
            && (IsText(text) || text.SpecialType == SpecialType.System_Object)
            && (IsReal(model, hole.Expression) || (hole.FormatClause is not null && IsWhole(model, hole.Expression))),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => IsText(model.GetTypeInfo(sum).Type)
            && (IsReal(model, sum.Left) || IsReal(model, sum.Right)),
        InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol method && IsBound(model, call, method),
        RecordDeclarationSyntax record => IsBound(model.GetDeclaredSymbol(record)!),
        _ => false,
    };

    private static bool IsBound(SemanticModel model, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (method.ContainingNamespace.ToString()!.Split('.')[0] != nameof(System)) return false;
        IEnumerable<ITypeSymbol> parameters = method.Parameters.Select(parameter => parameter.Type);
        if (printing.Contains(method.Name) && method.ContainingType.Name != nameof(Enumerable))
        {
            return !parameters.Any(type => type.Name == nameof(IFormatProvider))
                && (method.TypeArguments.Any(IsReal) || call.ArgumentList.Arguments.Any(argument => IsReal(model, argument.Expression)));
        }

        ITypeSymbol? key = method.Name is "Max" or "Min" ? method.ReturnType : method.TypeArguments.LastOrDefault();
        return ordering.Contains(method.Name) && IsText(key)
            && !parameters.Any(type => type.Name is nameof(IComparer<>) or nameof(Comparison<>));
    }

    /// <summary>Whether others see a record that writes a real among its members as the compiler does.</summary>
    private static bool IsBound(INamedTypeSymbol record) =>
        record.DeclaredAccessibility == Accessibility.Public
        && record.GetMembers().OfType<IPropertySymbol>().Any(property =>
            property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && IsReal(property.Type))
        && !SelfAndBases(record).Where(type => type.IsRecord).SelectMany(type => type.GetMembers(nameof(ToString)))
            .Any(member => !member.IsImplicitlyDeclared);

    private static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType) yield return type;
    }

    private static bool IsReal(SemanticModel model, ExpressionSyntax expression) => IsReal(model.GetTypeInfo(expression).Type);

    private static bool IsReal(ITypeSymbol? type) => Bare(type) is { } bare
        && (bare.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
            || bare.Name is nameof(Half) or nameof(DateTime) or nameof(DateTimeOffset) or nameof(DateOnly) or nameof(TimeOnly));

    private static bool IsWhole(SemanticModel model, ExpressionSyntax expression) =>
        Bare(model.GetTypeInfo(expression).Type)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    /// <summary>The type of which another is the nullable one.</summary>
    private static ITypeSymbol? Bare(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var one] } ? one : type;
}
