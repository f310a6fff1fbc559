namespace ResNet.Onnx;

/// <summary>
/// The normalizations, as in inference. Both take their mean off before the operator does what is left: with a mean far from
/// zero, an operator that reckons z·s + (β − μ·s), or σ² as the mean of z² less μ², loses to rounding what this library keeps
/// by double precision.
/// </summary>
internal static class NormNodes
{
    /// <summary>N(z); z itself where nothing is normalized.</summary>
    public static string Normalize(this OnnxGraph graph, Norm? norm, string z) => norm switch
    {
        null => z,
        { Kind: Normalization.Batch } => graph.BatchNorm(norm, z),
        _ => graph.LayerNorm(norm, z),
    };

    private static string BatchNorm(this OnnxGraph graph, Norm norm, string z)
    {
        string centered = graph.Add($"{norm.Name}.centered", "Sub", [z, graph.Parameter($"{norm.Name}.running_mean")]);
        string variance = graph.Parameter($"{norm.Name}.running_variance");
        return graph.Add(
            norm.Name, "BatchNormalization", [centered, graph.Gamma(norm), graph.Beta(norm), graph.Zeros(norm.RunningMean.Length), variance], Epsilon());
    }

    private static string LayerNorm(this OnnxGraph graph, Norm norm, string z)
    {
        string mean = graph.Add($"{norm.Name}.mean", "ReduceMean", [z], OnnxAttribute.Of("axes", [OnnxAttribute.FeatureAxis]));
        string centered = graph.Add($"{norm.Name}.centered", "Sub", [z, mean]);
        return graph.Add(
            norm.Name, "LayerNormalization", [centered, graph.Gamma(norm), graph.Beta(norm)], Epsilon(), OnnxAttribute.Of("axis", OnnxAttribute.FeatureAxis));
    }

    private static string Gamma(this OnnxGraph graph, Norm norm) => graph.Parameter(norm.Gamma.Name);

    private static string Beta(this OnnxGraph graph, Norm norm) => graph.Parameter(norm.Beta.Name);

    private static AttributeProto Epsilon() => OnnxAttribute.Of("epsilon", Norm.Epsilon);
}
