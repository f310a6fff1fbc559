namespace ResNet;

/// <summary>The parts of blocks and of layers. The orders of a block stand here and nowhere else.</summary>
internal static class BlockParts
{
    private const string ShortcutName = "shortcut";
    private const string NormName = "norm";

    /// <summary>The parts of a block.</summary>
    public static PartList Of(BlockRecipe block)
    {
        BlockSettings settings = block.Settings;
        Part[] layers = [.. Enumerable.Range(0, settings.Layers).SelectMany(layer => LayerOf(block, layer))];
        if (!settings.IsResidual) return [.. layers];

        int head = Array.FindIndex(layers, part => part is AffinePart);
        var residual = new ResidualPart(new SampleShape(block.Inputs), [.. layers[..head]], [.. layers[head..]], [.. ShortcutOf(block)])
        {
            ShortcutReadsHead = settings.ShortcutOf(block.Inputs, block.Outputs) == Shortcut.Projection,
            Factor = settings.BranchFactor,
            Survival = settings.Survival ?? 1,
        };
        return EndsWithAddition(settings) ? [residual] : [residual, .. ActivationOf(string.Empty, residual.Output, settings.Activation)];
    }

    /// <summary>The parts of a layer that stands by itself, a' = g(N(W a + b)).</summary>
    public static PartList Of(int inputs, int outputs, LayerSettings settings)
    {
        var width = new SampleShape(outputs);
        return
        [
            new AffinePart(
                string.Empty, new(inputs), outputs, FirstValues.Before(settings.Activation, settings.Initialization, inputs, outputs)),
            .. NormOf(NormName, width, settings.Normalization),
            .. ActivationOf(string.Empty, width, settings.Activation),
            .. DropoutOf(string.Empty, width, settings.Dropout),
        ];
    }

    /// <summary>Whether nothing follows the addition, so that one more g(N(·)) is wanted before what is no such block.</summary>
    public static bool EndsWithAddition(BlockSettings settings) => settings.IsResidual && settings.Order != BlockOrder.PostActivation;

    /// <summary>That g(N(·)) behind a block.</summary>
    public static PartList Final(BlockRecipe block)
    {
        var width = new SampleShape(block.Outputs);
        return [.. NormOf(NormName, width, block.Settings.Normalization), .. ActivationOf(string.Empty, width, block.Settings.Activation)];
    }

    private static IEnumerable<Part> LayerOf(BlockRecipe block, int layer)
    {
        BlockSettings settings = block.Settings;
        bool isFirst = layer == 0, isLast = layer == settings.Layers - 1, endsBranch = settings.IsResidual && isLast;
        SampleShape from = new(isFirst ? block.Inputs : settings.HiddenWidth ?? block.Outputs);
        SampleShape to = new(isLast ? block.Outputs : settings.HiddenWidth ?? block.Outputs);
        string name = $"layers.{layer}";
        int zeroRows = endsBranch && settings.BranchStartsAtZero ? RowsReachedByShortcut(block) : 0;
        bool zeroesGamma = settings.Order == BlockOrder.PostActivation && settings.Normalization != Normalization.None;
        Activation drawnFor = settings.Order == BlockOrder.PreNorm && isLast ? Activation.Identity : settings.Activation;
        FirstValues weight = FirstValues.Before(drawnFor, settings.Initialization, from.Features, to.Features);
        Part affine = new AffinePart(name, from, to.Features, weight with { ZeroRows = zeroesGamma ? 0 : zeroRows });

        IEnumerable<Part> N(SampleShape width) => NormOf($"norms.{layer}", width, settings.Normalization, zeroesGamma ? zeroRows : 0);
        IEnumerable<Part> G(SampleShape width) => ActivationOf(name, width, settings.Activation);
        IEnumerable<Part> Drop(SampleShape width) => DropoutOf(name, width, settings.Dropout);

        IEnumerable<Part> parts = settings.Order switch
        {
            // a' = W·drop(g(N(a))) + b, but nothing is dropped before the first layer
            BlockOrder.PreActivation => [.. N(from), .. G(from), .. isFirst ? [] : Drop(from), affine],

            // a' = drop(g(W a + b)), with N(a) in the first layer and no g in the last
            BlockOrder.PreNorm => [.. isFirst ? N(from) : [], affine, .. isLast ? [] : G(to), .. Drop(to)],

            // a' = drop(g(N(W a + b))), but at the end of a branch g waits for the addition
            _ => [affine, .. N(to), .. endsBranch ? [] : (IEnumerable<Part>)[.. G(to), .. Drop(to)]],
        };
        return parts.Select(part => part with { Layer = layer });
    }

    /// <summary>
    /// The rows of a branch's end that may begin at zero: those that the shortcut does not reach keep their draw, or they would stay
    /// dead.
    /// </summary>
    private static int RowsReachedByShortcut(BlockRecipe block) =>
        block.Settings.Shortcut == Shortcut.ZeroPadding ? Math.Min(block.Inputs, block.Outputs) : block.Outputs;

    private static IEnumerable<Part> ShortcutOf(BlockRecipe block)
    {
        (int inputs, int outputs, BlockSettings settings) = block;
        SampleShape from = new(inputs);
        Shortcut shortcut = settings.ShortcutOf(inputs, outputs);
        if (shortcut == Shortcut.ZeroPadding && inputs != outputs) return [new PaddingPart(ShortcutName, from, outputs)];
        if (shortcut != Shortcut.Projection) return [];
        var projection = new AffinePart(ShortcutName, from, outputs, FirstValues.Normal(1.0 / inputs), HasBias: false);
        Normalization normalization = settings.Order == BlockOrder.PostActivation ? settings.Normalization : Normalization.None;
        return [projection, .. NormOf(Part.Join(ShortcutName, NormName), projection.Output, normalization)];
    }

    private static IEnumerable<Part> NormOf(string name, SampleShape width, Normalization normalization, int zeroGammas = 0) =>
        normalization == Normalization.None
            ? []
            : [new NormPart(name, width, normalization, FirstValues.Constant(1) with { ZeroRows = zeroGammas })];

    private static IEnumerable<Part> ActivationOf(string place, SampleShape width, Activation activation) =>
        activation == Activation.Identity ? [] : [new ActivationPart(Part.Join(place, "activation"), width, activation)];

    private static IEnumerable<Part> DropoutOf(string place, SampleShape width, float rate) =>
        rate == 0 ? [] : [new DropoutPart(Part.Join(place, "dropout"), width, rate)];
}
