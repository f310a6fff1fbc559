namespace ResNet.Tests.Kernels;

/// <summary>The optimizers' updates, each with every operand left open in turn; the outcome is the weights.</summary>
internal static class UpdateNanCases
{
    private static readonly int[] lengths = [1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 65, 70];

    public static IEnumerable<NanCase> All => lengths.SelectMany(length => (IEnumerable<NanCase>)
    [
        .. UpdateForms.Sgd.SelectMany(update => Cases("Sgd", length, update)),
        .. UpdateForms.Adam.SelectMany(update => Cases("Adam", length, update)),
        .. UpdateForms.Adam.Select(
            update => Case("Adam", "the second moment", length, update, (weights, x) => weights with { Second = [.. x.Select(Math.Abs)] })),
    ]);

    private static IEnumerable<NanCase> Cases<TUpdate>(string optimizer, int length, TUpdate update)
        where TUpdate : struct, IUpdate =>
    [
        Case(optimizer, "the gradient", length, update, (weights, x) => weights with { Gradient = x }),
        Case(optimizer, "the weight", length, update, (weights, x) => weights with { Value = x }),
        Case(optimizer, "the first moment", length, update, (weights, x) => weights with { First = x }),
    ];

    private static NanCase Case<TUpdate>(string optimizer, string operand, int length, TUpdate update, Func<Weights, float[], Weights> open)
        where TUpdate : struct, IUpdate
    {
        Weights drawn = Weights.Draw(length);
        return new($"{optimizer}, {operand}", length, x => open(drawn, x).Updated(update).Value, place => [place]);
    }
}
