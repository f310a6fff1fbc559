namespace ResNet.Tests.Reference;

/// <summary>Name and shape of a parameter: [out, in] for a weight, [n] for a vector.</summary>
public sealed record ParameterShape(string Name, int[] Shape)
{
    /// <summary>How many numbers the parameter holds.</summary>
    public int Count => Shape.Aggregate(1, (product, length) => product * length);

    /// <summary>The parameters that a network needs, in the golden files' order.</summary>
    public static IReadOnlyList<ParameterShape> Of(int inputs, int outputs, IReadOnlyList<ArchitectureEntry> architecture)
    {
        List<ParameterShape> shapes = [];
        int width = inputs;
        for (int i = 0; i < architecture.Count; i++)
        {
            shapes.AddRange(OfBlock($"blocks.{i}", width, architecture[i]));
            width = architecture[i].Width;
        }

        if (AdditionRun.LastBlock(architecture) is { IsNormalized: true } last)
        {
            shapes.AddRange(OfNorm("final.norm", last.Width));
        }

        return [.. shapes, .. OfLayer("output", width, outputs)];
    }

    /// <summary>Random values: γ around 1, all else around 0 and so small that activations stay of order 1.</summary>
    public double[] RandomValues(Random random)
    {
        (double center, double deviation) = Name.Split('.')[^1] switch
        {
            "weight" => (0, Math.Sqrt(1.5 / Shape[1])),
            "gamma" => (1, 0.2),
            "scale" => (0, 0.7),
            _ => (0, 0.3),
        };
        return [.. Enumerable.Range(0, Count).Select(_ => center + (deviation * NormalDraw.Next(random)))];
    }

    private static IEnumerable<ParameterShape> OfBlock(string name, int width, ArchitectureEntry block)
    {
        for (int l = 0; l < block.Layers; l++)
        {
            int layerInputs = l == 0 ? width : block.HiddenWidth, layerOutputs = l == block.Layers - 1 ? block.Width : block.HiddenWidth;
            bool hasNorm = block.IsNormalized && !(block.NormalizesInput && l > 0);
            ParameterShape[] norm = hasNorm ? OfNorm($"{name}.norms.{l}", block.EndsWithAddition ? layerInputs : layerOutputs) : [];
            foreach (ParameterShape shape in (ParameterShape[])[.. OfLayer($"{name}.layers.{l}", layerInputs, layerOutputs), .. norm])
            {
                yield return shape;
            }
        }

        foreach (ParameterShape shape in OfShortcut(name, width, block))
        {
            yield return shape;
        }
    }

    private static ParameterShape[] OfShortcut(string name, int width, ArchitectureEntry block) =>
    [
        .. block.HasProjection ? [new ParameterShape(name + ".shortcut.weight", [block.Width, width])] : (ParameterShape[])[],
        .. block.HasShortcutNorm ? OfNorm(name + ".shortcut.norm", block.Width) : [],
        .. block.HasLearnedScale ? [new ParameterShape(name + ".scale", [1])] : (ParameterShape[])[],
    ];

    private static ParameterShape[] OfLayer(string name, int width, int outputs) =>
        [new(name + ".weight", [outputs, width]), new(name + ".bias", [outputs])];

    private static ParameterShape[] OfNorm(string name, int width) =>
        [new(name + ".gamma", [width]), new(name + ".beta", [width])];
}
