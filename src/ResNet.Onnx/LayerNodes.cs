namespace ResNet.Onnx;

/// <summary>Layers and the affine maps in them. With a sample a row, W a + b reads a Wᵀ + b.</summary>
internal static class LayerNodes
{
    /// <summary>Layers in a row, of a plain block or behind the first of a residual block.</summary>
    public static string Wire(this OnnxGraph graph, IEnumerable<Layer> layers, string a) =>
        layers.Aggregate(a, (a, layer) => graph.Wire(layer, a));

    private static string Wire(this OnnxGraph graph, Layer layer, string a) => layer.Order == BlockOrder.PreActivation
        ? graph.Wire(layer.Affine, graph.Activate(layer.Name, layer.Activation, graph.Normalize(layer.Norm, a)))
        : graph.Activate(layer.Name, layer.Activation, graph.Normalize(layer.Norm, graph.Wire(layer.Affine, a)));

    /// <summary>W a + b, or W a of a projection.</summary>
    public static string Wire(this OnnxGraph graph, Affine affine, string a) => graph.Add(
        affine.Name, "Gemm", [a, .. affine.Parameters.Select(parameter => graph.Parameter(parameter.Name))], OnnxAttribute.Of("transB", 1));
}
