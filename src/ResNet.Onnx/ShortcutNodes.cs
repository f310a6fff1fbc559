namespace ResNet.Onnx;

/// <summary>The residual addition s·F + S(a), as in inference: a branch that survives with probability p counts p times.</summary>
internal static class ShortcutNodes
{
    /// <summary>s·F + S.</summary>
    /// <param name="graph">the graph</param>
    /// <param name="block">the block</param>
    /// <param name="branch">F</param>
    /// <param name="a">what the shortcut carries, but for a projection</param>
    /// <param name="projected">what a projection takes</param>
    public static string AddShortcut(this OnnxGraph graph, ResidualBlock block, string branch, string a, string projected)
    {
        string shortcut = block.Shortcut switch
        {
            Shortcut.Projection => graph.Normalize(block.ProjectionNorm, graph.Wire(block.Projection!, projected)),
            Shortcut.ZeroPadding => graph.FitWidth($"{block.Name}.shortcut", a, block.Inputs, block.Outputs),
            _ => a,
        };
        return graph.Add($"{block.Name}.addition", "Add", [graph.Weigh(block, branch), shortcut]);
    }

    /// <summary>p·s·F.</summary>
    private static string Weigh(this OnnxGraph graph, ResidualBlock block, string branch)
    {
        BranchFactor factor = block.BranchFactor;
        if (factor.IsLearned) branch = graph.Add($"{block.Name}.scaled", "Mul", [branch, graph.Parameter($"{block.Name}.scale")]);
        else if (factor.Value != 1) branch = graph.Add($"{block.Name}.scaled", "Mul", [branch, graph.Number(factor.Value)]);
        return block.Survival == 1 ? branch : graph.Add($"{block.Name}.survival", "Mul", [branch, graph.Number(block.Survival)]);
    }

    /// <summary>The rectangular identity: zeros appended, or the last features dropped.</summary>
    private static string FitWidth(this OnnxGraph graph, string name, string a, int inputs, int outputs)
    {
        if (inputs == outputs) return a;
        return outputs > inputs
            ? graph.Add(name, "Pad", [a, graph.Integers($"{name}.pads", 0, 0, 0, outputs - inputs)])
            : graph.Add(
                name, "Slice",
                [a, graph.Integers($"{name}.starts", 0), graph.Integers($"{name}.ends", outputs), graph.Integers($"{name}.axes", OnnxAttribute.FeatureAxis)]);
    }
}
