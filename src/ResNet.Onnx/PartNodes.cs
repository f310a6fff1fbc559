namespace ResNet.Onnx;

/// <summary>The nodes of a part. With a sample a row, W a + b reads a Wᵀ + b.</summary>
internal static class PartNodes
{
    /// <summary>What a stage gives of its input.</summary>
    public static string Wire(this OnnxGraph graph, Stage stage, string input) => graph.Wire(stage, stage.Parts, input);

    private static string Wire(this OnnxGraph graph, Stage stage, PartList parts, string input) =>
        parts.Aggregate(input, (a, part) => graph.Wire(stage, part, a));

    /// <summary>What a part gives of its input, as in inference.</summary>
    /// <exception cref="InvalidOperationException">this package does not know the part.</exception>
    internal static string Wire(this OnnxGraph graph, Stage stage, Part part, string a)
    {
        string name = stage.FullName(part.Name);
        if (part.Output.Columns != 1) throw Unknown($"{name} gives several columns a sample");
        return part switch
        {
            AffinePart affine => graph.Multiply(stage, affine, name, a),
            NormPart norm => graph.Normalize(norm, name, a),
            ActivationPart activation => graph.Activate(activation, name, a),
            DropoutPart => a,
            ResidualPart residual => graph.Add(stage, residual, a),
            PaddingPart padding => graph.Pad(padding, name, a),
            EmbeddingsPart embeddings => graph.Embed(embeddings, name, a),
            StandardizationPart standardization => graph.Standardize(standardization, name, a),
            _ => throw Unknown($"{name} is a {part.GetType().Name}"),
        };
    }

    /// <summary>What is said of something that this package does not write.</summary>
    internal static InvalidOperationException Unknown(string what) => new($"{what}, which ONNX files of this package do not have.");

    private static string Multiply(this OnnxGraph graph, Stage stage, AffinePart part, string name, string a)
    {
        IEnumerable<string> arrays = part.Arrays.Select(array => graph.Parameter(stage.FullName(array.Name)));
        return graph.Add(name, "Gemm", [a, .. arrays], OnnxAttribute.Of("transB", 1));
    }

    /// <summary>p·s·F + S: a branch that survives with probability p counts p times.</summary>
    private static string Add(this OnnxGraph graph, Stage stage, ResidualPart part, string input)
    {
        string h = graph.Wire(stage, part.Head, input);
        string branch = graph.Wire(stage, part.Branch, h);
        string shortcut = graph.Wire(stage, part.Shortcut, part.ShortcutReadsHead ? h : input);
        string scaled = stage.FullName("scaled");
        if (part.Factor.IsLearned) branch = graph.Add(scaled, "Mul", [branch, graph.Parameter(stage.FullName(part.Arrays[0].Name))]);
        else if (part.Factor.Value != 1) branch = graph.Add(scaled, "Mul", [branch, graph.Number(part.Factor.Value)]);
        if (part.Survival != 1) branch = graph.Add(stage.FullName("survival"), "Mul", [branch, graph.Number(part.Survival)]);
        return graph.Add(stage.FullName("addition"), "Add", [branch, shortcut]);
    }

    /// <summary>The rectangular identity: zeros appended, or the last features dropped.</summary>
    private static string Pad(this OnnxGraph graph, PaddingPart part, string name, string a)
    {
        (int inputs, int outputs) = (part.Input.Features, part.Output.Features);
        if (outputs > inputs) return graph.Add(name, "Pad", [a, graph.Integers($"{name}.pads", 0, 0, 0, outputs - inputs)]);
        string starts = graph.Integers($"{name}.starts", 0), ends = graph.Integers($"{name}.ends", outputs);
        return graph.Add(name, "Slice", [a, starts, ends, graph.Integers($"{name}.axes", OnnxAttribute.FeatureAxis)]);
    }

    /// <summary>x' = (x − μ)/σ, by the inverses of σ as in this library, or x = σx' + μ.</summary>
    private static string Standardize(this OnnxGraph graph, StandardizationPart part, string name, string x)
    {
        (IReadOnlyList<float> means, IReadOnlyList<float> deviations) = (part.Standardization.Means, part.Standardization.Deviations);
        if (part.Undoes)
        {
            string product = graph.Add($"{name}.product", "Mul", [x, graph.Vector($"{name}.deviations", deviations)]);
            return graph.Add($"{name}.unscaled", "Add", [product, graph.Vector($"{name}.means", means)]);
        }

        string centered = graph.Add($"{name}.centered", "Sub", [x, graph.Vector($"{name}.means", means)]);
        string inverses = graph.Vector($"{name}.inverse_deviations", [.. deviations.Select(deviation => 1 / deviation)]);
        return graph.Add($"{name}.scaled", "Mul", [centered, inverses]);
    }
}
