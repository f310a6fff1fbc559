namespace ResNet.Onnx;

/// <summary>Standardization, and back.</summary>
internal static class ScalingNodes
{
    /// <summary>x' = (x − μ)/σ, by the inverses of σ as in this library.</summary>
    public static string Scale(this OnnxGraph graph, string place, Scaling scaling, string x)
    {
        string centered = graph.Add($"{place}.centered", "Sub", [x, graph.Vector($"{place}.means", scaling.Means)]);
        string inverses = graph.Vector($"{place}.inverse_deviations", [.. scaling.Deviations.Select(deviation => 1 / deviation)]);
        return graph.Add($"{place}.scaled", "Mul", [centered, inverses]);
    }

    /// <summary>x = σx' + μ.</summary>
    public static string Unscale(this OnnxGraph graph, string place, Scaling scaling, string x)
    {
        string product = graph.Add($"{place}.product", "Mul", [x, graph.Vector($"{place}.deviations", scaling.Deviations)]);
        return graph.Add($"{place}.unscaled", "Add", [product, graph.Vector($"{place}.means", scaling.Means)]);
    }
}
