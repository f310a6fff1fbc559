using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResNet.Tests.House;

/// <summary>
/// Finds every place that uses a type or member of another room: whatever the compiler binds, whether a name shows it or not.
/// Comments do not count, nor does a type that is inferred, until a member of it is used.
/// </summary>
internal static class References
{
    public static IReadOnlyList<Reference> In(CompiledHouse house) =>
    [
        .. from file in house.Files.AsParallel().AsOrdered()
           let model = house.Compilation.GetSemanticModel(file)
           let places = Named(model, file).Concat(Overridden(model, file)).Concat(ImpliedReferences.In(model, file))
           from reference in places.Select(place => Across(house, file, place.Node, place.Symbol)).OfType<Reference>().Distinct()
           orderby reference.File, reference.Line
           select reference,
    ];

    /// <summary>What names, creations, operators, indexers, attributes and queries mean.</summary>
    private static IEnumerable<(SyntaxNode Node, ISymbol? Symbol)> Named(SemanticModel model, SyntaxTree file) =>
        from node in file.GetRoot().DescendantNodes()
        where node is not (MemberAccessExpressionSyntax or IdentifierNameSyntax { IsVar: true }) and (SimpleNameSyntax or not TypeSyntax)
        let found = model.GetSymbolInfo(node)
        from symbol in found.Symbol is { } one ? [one] : found.CandidateSymbols
        where node is not InvocationExpressionSyntax || symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
        select (node, (ISymbol?)symbol);

    private static IEnumerable<(SyntaxNode Node, ISymbol? Symbol)> Overridden(SemanticModel model, SyntaxTree file) =>
        from node in file.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
        where node.Modifiers.Any(SyntaxKind.OverrideKeyword)
        select ((SyntaxNode)node, model.GetDeclaredSymbol(node) switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol happening => happening.OverriddenEvent,
            _ => (ISymbol?)null,
        });

    private static Reference? Across(CompiledHouse house, SyntaxTree file, SyntaxNode node, ISymbol? symbol)
    {
        if (Owner(symbol) is not { } owner || house.HomeOf(owner) is not { } home || home == house.RoomOf(file)) return null;
        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return new Reference(house.RoomOf(file), file.FilePath, line, owner.Name, home);
    }

    /// <summary>The outermost type that is meant or whose member is.</summary>
    private static INamedTypeSymbol? Owner(ISymbol? symbol)
    {
        INamedTypeSymbol? owner = symbol switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } => null,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
            _ => null,
        };
        while (owner?.ContainingType is { } outer) owner = outer;
        return owner;
    }
}
