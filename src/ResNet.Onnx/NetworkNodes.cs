namespace ResNet.Onnx;

/// <summary>A whole network: standardized inputs, embeddings, blocks, the output layer, outputs in their own units.</summary>
internal static class NetworkNodes
{
    public static void Wire(this OnnxGraph graph, Network network, OnnxOptions options)
    {
        string input = graph.Input("inputs", network.Inputs, DescriptionOf(network));
        string z = network.Parts.Aggregate(input, (a, stage) => graph.Wire(stage, a));
        if (options.AppendSoftmax) graph.WireProbabilities(network, z);
        else graph.Output("outputs", network.Outputs, "The network's outputs, a sample a row.");
    }

    private static void WireProbabilities(this OnnxGraph graph, Network network, string z)
    {
        if (network.Outputs == 1) graph.Add("sigmoid", "Sigmoid", [z]);
        else graph.Add("softmax", "Softmax", [z], OnnxAttribute.Of("axis", OnnxAttribute.FeatureAxis));
        string classes = network.Outputs == 1 ? "class 1" : "each class";
        graph.Output("probabilities", network.Outputs, $"The probability of {classes}, a sample a row.");
    }

    private static string DescriptionOf(Network network)
    {
        IEnumerable<string> codes = network.Parts.SelectMany(stage => stage.Parts).OfType<EmbeddingsPart>()
            .SelectMany(part => part.Embeddings)
            .Select(embedding => $" Feature {embedding.Feature} holds codes from 0 to {embedding.Categories - 1}.");
        return "Samples, a row each, feature by feature." + string.Concat(codes);
    }
}
