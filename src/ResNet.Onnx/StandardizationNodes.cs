namespace ResNet.Onnx;

/// <summary>Standardization, and back.</summary>
internal static class StandardizationNodes
{
    /// <summary>x' = (x − μ)/σ, by the inverses of σ as in this library.</summary>
    public static string Scale(this OnnxGraph graph, string place, Standardization standardization, string x)
    {
        string centered = graph.Add($"{place}.centered", "Sub", [x, graph.Vector($"{place}.means", standardization.Means)]);
        string inverses = graph.Vector($"{place}.inverse_deviations", [.. standardization.Deviations.Select(deviation => 1 / deviation)]);
        return graph.Add($"{place}.scaled", "Mul", [centered, inverses]);
    }

    /// <summary>x = σx' + μ.</summary>
    public static string Unscale(this OnnxGraph graph, string place, Standardization standardization, string x)
    {
        string product = graph.Add($"{place}.product", "Mul", [x, graph.Vector($"{place}.deviations", standardization.Deviations)]);
        return graph.Add($"{place}.unscaled", "Add", [product, graph.Vector($"{place}.means", standardization.Means)]);
    }
}
