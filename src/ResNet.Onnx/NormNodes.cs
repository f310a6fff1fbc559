namespace ResNet.Onnx;

/// <summary>
/// The normalizations, as in inference. Both take their mean off before the operator does what is left: with a mean far from
/// zero, an operator that computes z·s + (β − μ·s), or σ² as the mean of z² less μ², loses to rounding what this library keeps
/// by double precision.
/// </summary>
internal static class NormNodes
{
    /// <summary>N(z).</summary>
    public static string Normalize(this OnnxGraph graph, NormPart part, string name, string z)
    {
        string centered = $"{name}.centered";
        string Array(string array) => graph.Parameter($"{name}.{array}");
        switch (part.Normalization)
        {
            case Normalization.Batch:
                centered = graph.Add(centered, "Sub", [z, Array("running_mean")]);
                string variance = Array("running_variance");
                return graph.Add(name, "BatchNormalization", [centered, Array("gamma"), Array("beta"), graph.Zeros(part.Input.Features), variance], Epsilon(part));
            case Normalization.Layer:
                string mean = graph.Add($"{name}.mean", "ReduceMean", [z], OnnxAttribute.Of("axes", [OnnxAttribute.FeatureAxis]));
                centered = graph.Add(centered, "Sub", [z, mean]);
                return graph.Add(
                    name, "LayerNormalization", [centered, Array("gamma"), Array("beta")], Epsilon(part), OnnxAttribute.Of("axis", OnnxAttribute.FeatureAxis));
            default:
                throw new InvalidOperationException($"{name} is a normalization, {part.Normalization}, that ONNX files of this package do not have.");
        }
    }

    private static AttributeProto Epsilon(NormPart part) => OnnxAttribute.Of("epsilon", part.Epsilon);
}
