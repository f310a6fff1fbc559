using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResNet.Tests.House;

/// <summary>The members that code calls without their name: conversions, enumerators, deconstruction, what ends a using, ….</summary>
internal static class ImpliedReferences
{
    public static IEnumerable<(SyntaxNode Node, ISymbol? Symbol)> In(SemanticModel model, SyntaxTree file)
    {
        foreach (SyntaxNode node in file.GetRoot().DescendantNodes(node => model.GetOperation(node) is null))
        {
            if (model.GetOperation(node) is not { } whole) continue;
            foreach (IOperation operation in whole.DescendantsAndSelf())
            {
                foreach (ISymbol? symbol in Of(operation, model)) yield return (operation.Syntax, symbol);
            }
        }
    }

    private static ISymbol?[] Of(IOperation operation, SemanticModel model) => operation switch
    {
        IConversionOperation conversion => [conversion.OperatorMethod],
        ICompoundAssignmentOperation assignment => [assignment.InConversion.MethodSymbol, assignment.OutConversion.MethodSymbol],
        IUnaryOperation unary => [unary.OperatorMethod],
        ICoalesceOperation choice => [choice.ValueConversion.MethodSymbol],
        IInvocationOperation { IsImplicit: true } call => [call.TargetMethod],
        IObjectCreationOperation { IsImplicit: true } creation => [creation.Constructor],
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        ISpreadOperation spread => [spread.ElementConversion.MethodSymbol],
        IListPatternOperation list => [list.LengthSymbol, list.IndexerSymbol],
        ISlicePatternOperation slice => [slice.SliceSymbol],
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } => Enumeration(model, loop),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } =>
            [.. Deconstruction(model.GetDeconstructionInfo(assignment))],
        IAwaitOperation { Syntax: AwaitExpressionSyntax wait } => Waiting(model.GetAwaitExpressionInfo(wait)),
        IUsingOperation { Resources: var resources } => [.. End(resources)],
        IUsingDeclarationOperation { DeclarationGroup: var resources } => [.. End(resources)],
        _ => [],
    };

    private static ISymbol?[] Enumeration(SemanticModel model, CommonForEachStatementSyntax loop)
    {
        ForEachStatementInfo info = model.GetForEachStatementInfo(loop);
        ISymbol?[] members =
        [
            info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod,
            info.CurrentConversion.MethodSymbol, info.ElementConversion.MethodSymbol,
        ];
        return loop is ForEachVariableStatementSyntax variables
            ? [.. members, .. Deconstruction(model.GetDeconstructionInfo(variables))]
            : members;
    }

    private static IEnumerable<ISymbol?> Deconstruction(DeconstructionInfo info) =>
        [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.SelectMany(Deconstruction)];

    private static ISymbol?[] Waiting(AwaitExpressionInfo info) =>
        [info.GetAwaiterMethod, info.IsCompletedProperty, info.GetResultMethod];

    /// <summary>The methods that dispose of the resources of a using.</summary>
    private static IEnumerable<ISymbol?> End(IOperation resources) =>
        from type in resources is IVariableDeclarationGroupOperation declared
            ? declared.GetDeclaredVariables().Select(ITypeSymbol? (variable) => variable.Type)
            : [resources.Type]
        select Lineage(type).SelectMany(ancestor => ancestor.GetMembers())
            .FirstOrDefault(member => member.Name is "Dispose" or "DisposeAsync");

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType) yield return type;
    }
}
