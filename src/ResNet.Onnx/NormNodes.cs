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
        AttributeProto epsilon = OnnxAttribute.Of("epsilon", part.Epsilon);
        string Array(string array) => graph.Parameter($"{name}.{array}");
        string Centered(string mean) => graph.Add($"{name}.centered", "Sub", [z, mean]);
        switch (part.Normalization)
        {
            case Normalization.Batch:
                string centered = Centered(Array("running_mean")), variance = Array("running_variance");
                string[] inputs = [centered, Array("gamma"), Array("beta"), graph.Zeros(part.Input.Features), variance];
                return graph.Add(name, "BatchNormalization", inputs, epsilon);
            case Normalization.Layer:
                centered = Centered(graph.Add($"{name}.mean", "ReduceMean", [z], OnnxAttribute.Of("axes", [OnnxAttribute.FeatureAxis])));
                AttributeProto axis = OnnxAttribute.Of("axis", OnnxAttribute.FeatureAxis);
                return graph.Add(name, "LayerNormalization", [centered, Array("gamma"), Array("beta")], epsilon, axis);
            default:
                throw PartNodes.Unknown($"{name} is {part.Normalization}");
        }
    }
}
