using FsCheck;
using FsCheck.Fluent;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Networks;

/// <summary>Draws of <see cref="RandomCase"/>: widths and samples from 1 to 40, up to four blocks of every kind.</summary>
public static class RandomCases
{
    private static readonly Gen<int> upTo40 = Gen.Choose(1, 40);

    public static Arbitrary<RandomCase> Any() => Arb.From(
        from inputs in upTo40
        from outputs in Gen.Choose(1, 12)
        from samples in Gen.Choose(2, 40)
        from seed in Gen.Choose(1, 1_000_000)
        from count in Gen.Choose(0, 4)
        from widths in upTo40.ArrayOf(count)
        from runStart in Gen.Choose(0, 4)
        from runLength in Gen.Choose(0, 3)
        from entries in Blocks(inputs, widths, runStart, runStart + runLength)
        select new RandomCase(inputs, outputs, samples, seed, entries));

    // the blocks of one run end with the addition, since a network has at most one such run
    private static Gen<ArchitectureEntry[]> Blocks(int inputs, int[] widths, int runStart, int runEnd) =>
        Gen.CollectToArray(
            Enumerable.Range(0, widths.Length),
            i => Block(i == 0 ? inputs : widths[i - 1], widths[i], i >= runStart && i < runEnd));

    private static Gen<ArchitectureEntry> Block(int width, int newWidth, bool inRun) =>
        from kind in inRun ? Gen.Constant("residual") : Gen.Elements("layer", "plain", "residual", "residual")
        from keepsWidth in Gen.Elements(true, false)
        from layers in Gen.Choose(1, 3)
        from activation in Gen.Elements(ReferenceActivation.All.ToArray())
        from normalization in Gen.Elements("none", "none", "batch", "layer")
        from shortcut in Gen.Elements("zero_padding", "projection")
        from factor in Gen.Elements("none", "0.5", "learned")
        from order in inRun ? Gen.Elements("pre", "normalized") : Gen.Constant("post")
        from hiddenFactor in Gen.Elements(0.5, 1, 1, 2)
        select kind == "residual"
            ? new ArchitectureEntry(
                kind, newWidth, layers, activation, width == newWidth && keepsWidth ? "identity" : shortcut,
                order, normalization, factor, hiddenFactor)
            : new ArchitectureEntry(kind, newWidth, kind == "layer" ? 1 : layers, activation, Normalization: normalization);
}
