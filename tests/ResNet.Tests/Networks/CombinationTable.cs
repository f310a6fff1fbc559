using ResNet.Tests.Reference;

namespace ResNet.Tests.Networks;

/// <summary>Every valid combination of what a block can be, each between a layer and the output.</summary>
internal static class CombinationTable
{
    private static readonly string[] factors = ["none", "0.5", "learned"];
    private static readonly (int In, int Out)[] widths = [(3, 5), (4, 4), (5, 3)];

    /// <summary>Kind, order and normalization of the groups that <see cref="Of"/> takes.</summary>
    public static IEnumerable<(string Kind, string Order, string Normalization)> Groups =>
        from form in new[] { ("layer", "post"), ("plain", "post"), ("residual", "post"), ("residual", "pre"), ("residual", "normalized") }
        from normalization in new[] { "none", "batch", "layer" }
        select (form.Item1, form.Item2, normalization);

    /// <summary>Activation × layers × widths, and × shortcut × branch factor (× hidden width in normalized order) for residual
    /// blocks.</summary>
    public static IEnumerable<ArchitectureEntry[]> Of(string kind, string order, string normalization) =>
        from activation in ReferenceActivation.All
        from layers in kind == "layer" ? [1] : new[] { 1, 2, 3 }
        from width in widths
        from shortcut in ShortcutsOf(kind, width.In == width.Out)
        from factor in kind == "residual" ? factors : ["none"]
        from hiddenFactor in order == "normalized" && layers > 1 ? [1, 1.5] : new[] { 1.0 }
        select new ArchitectureEntry[]
        {
            new("layer", width.In, 1, "tanh"),
            new(kind, width.Out, layers, activation, shortcut, order, normalization, factor, hiddenFactor),
        };

    private static string[] ShortcutsOf(string kind, bool equalWidths) => kind switch
    {
        "residual" when equalWidths => ["identity", "zero_padding", "projection"],
        "residual" => ["zero_padding", "projection"],
        _ => ["none"],
    };
}
