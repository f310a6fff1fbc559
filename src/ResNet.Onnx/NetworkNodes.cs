namespace ResNet.Onnx;

/// <summary>A whole network: scaled inputs, embeddings, blocks, the output layer, outputs in their own units.</summary>
internal static class NetworkNodes
{
    public static void Wire(this OnnxGraph graph, Network network, OnnxOptions options)
    {
        string a = graph.Input("inputs", network.Inputs, DescriptionOf(network.Embeddings));
        if (network.InputStandardization is { } inputs) a = graph.Scale("inputs", inputs, a);
        if (network.Embeddings is { } embeddings) a = graph.Wire(embeddings, a);
        for (int i = 0; i < network.Blocks.Count; i++)
        {
            Block block = network.Blocks[i];
            a = graph.Wire(block, a);
            if (i == network.LastWithAddition) a = graph.Activate("final", ((ResidualBlock)block).Activation, graph.Normalize(network.FinalNorm, a));
        }

        string z = graph.Wire(network.Output, a);
        if (network.TargetStandardization is { } targets) z = graph.Unscale("outputs", targets, z);
        if (options.AppendSoftmax) graph.WireProbabilities(network, z);
        else graph.Output("outputs", network.Outputs, "The network's outputs, a sample a row.");
    }

    private static void WireProbabilities(this OnnxGraph graph, Network network, string z)
    {
        if (network.Outputs == 1) graph.Add("sigmoid", "Sigmoid", [z]);
        else graph.Add("softmax", "Softmax", [z], OnnxAttribute.Of("axis", OnnxAttribute.FeatureAxis));
        string description = network.Outputs == 1 ? "The probability of class 1, a sample a row." : "The probability of each class, a sample a row.";
        graph.Output("probabilities", network.Outputs, description);
    }

    private static string DescriptionOf(Embeddings? embeddings)
    {
        IEnumerable<string> codes = (embeddings?.Columns ?? []).Select(
            embedding => $" Feature {embedding.Feature} holds codes from 0 to {embedding.Categories - 1}.");
        return "Samples, a row each, feature by feature." + string.Concat(codes);
    }
}
