namespace ResNet.Onnx;

/// <summary>The features that are no codes, and behind them the learned vector of each code.</summary>
internal static class EmbeddingNodes
{
    public static string Embed(this OnnxGraph graph, EmbeddingsPart part, string place, string a)
    {
        List<string> parts = [];
        if (part.Plain.Count > 0)
        {
            string features = graph.Integers($"{place}.plain.features", [.. part.Plain.Select(feature => (long)feature)]);
            parts.Add(graph.Add($"{place}.plain", "Gather", [a, features], Axis(OnnxAttribute.FeatureAxis)));
        }

        foreach ((int k, Embedding embedding) in part.Embeddings.Index()) parts.Add(graph.Lookup(embedding, $"{place}.{k}", a));
        return graph.Add(place, "Concat", parts, Axis(OnnxAttribute.FeatureAxis));
    }

    /// <summary>
    /// The vector of the code in a feature. What is no code becomes one too large, which a runtime refuses as this library does: as it
    /// is, Gather would take −1 for the last category and 0.5 for the first.
    /// </summary>
    private static string Lookup(this OnnxGraph graph, Embedding embedding, string name, string a)
    {
        string code =
            graph.Add($"{name}.code", "Gather", [a, graph.Integer($"{name}.feature", embedding.Feature)], Axis(OnnxAttribute.FeatureAxis));
        string floor = graph.Add($"{name}.floor", "Floor", [code]);
        string nearest = graph.Add($"{name}.nearest", "Clip", [floor, graph.Number(0), graph.Number(embedding.Categories - 1)]);
        string isCode = graph.Add($"{name}.is_code", "Equal", [code, nearest]);
        string known = graph.Add($"{name}.known", "Where", [isCode, code, graph.Number(embedding.Categories)]);
        string index = graph.Add($"{name}.index", "Cast", [known], OnnxAttribute.Of("to", (long)TensorProto.Types.DataType.Int64));
        return graph.Add(name, "Gather", [graph.Transposed($"{name}.weight"), index], Axis(0));
    }

    private static AttributeProto Axis(long axis) => OnnxAttribute.Of("axis", axis);
}
