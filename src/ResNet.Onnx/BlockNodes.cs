namespace ResNet.Onnx;

/// <summary>Plain and residual blocks, as <see cref="PlainBlock"/> and <see cref="ResidualBlock"/> wire them.</summary>
internal static class BlockNodes
{
    public static string Wire(this OnnxGraph graph, Block block, string a) => block switch
    {
        ResidualBlock { Order: BlockOrder.PostActivation } residual => graph.PostActivation(residual, a),
        ResidualBlock { Order: BlockOrder.PreActivation } residual => graph.PreActivation(residual, a),
        ResidualBlock residual => graph.Normalized(residual, a),
        _ => graph.Wire(block.Layers, a),
    };

    /// <summary>a_k = g(s·N(z_k) + S(a₀)).</summary>
    private static string PostActivation(this OnnxGraph graph, ResidualBlock block, string input)
    {
        string a = graph.Wire(block.Layers.SkipLast(1), input);
        string branch = graph.Normalize(block.Layers[^1].Norm, graph.Wire(block.Layers[^1].Affine, a));
        return graph.Activate(block.Name, block.Activation, graph.AddShortcut(block, branch, input, projected: input));
    }

    /// <summary>s·a_k + S(a₀); a projection reads the first h.</summary>
    private static string PreActivation(this OnnxGraph graph, ResidualBlock block, string input)
    {
        Layer first = block.Layers[0];
        string h = graph.Activate(first.Name, first.Activation, graph.Normalize(first.Norm, input));
        string branch = graph.Wire(block.Layers.Skip(1), graph.Wire(first.Affine, h));
        return graph.AddShortcut(block, branch, input, projected: h);
    }

    /// <summary>s·a_k + S(a₀); a projection reads N(a₀).</summary>
    private static string Normalized(this OnnxGraph graph, ResidualBlock block, string input)
    {
        Layer first = block.Layers[0];
        string normalized = graph.Normalize(first.Norm, input);
        string a = graph.Activate(first.Name, first.Activation, graph.Wire(first.Affine, normalized));
        return graph.AddShortcut(block, graph.Wire(block.Layers.Skip(1), a), input, projected: normalized);
    }
}
