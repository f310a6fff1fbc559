namespace ResNet.Onnx;

/// <summary>The activation functions g.</summary>
internal static class ActivationNodes
{
    private const float Root2 = 1.41421356237309505f;

    /// <summary>g(z).</summary>
    public static string Activate(this OnnxGraph graph, ActivationPart part, string name, string z)
    {
        return part.Activation switch
        {
            Activation.Relu => graph.Add(name, "Relu", [z]),
            Activation.LeakyRelu => graph.Add(name, "LeakyRelu", [z], OnnxAttribute.Of("alpha", part.Slope!.Value)),
            Activation.Gelu => graph.Gelu(name, z),
            Activation.Silu => graph.Add(name, "Mul", [z, graph.Add($"{name}.sigmoid", "Sigmoid", [z])]),
            Activation.Tanh => graph.Add(name, "Tanh", [z]),
            Activation.Sigmoid => graph.Add(name, "Sigmoid", [z]),
            _ => throw PartNodes.Unknown($"{name} is {part.Activation}"),
        };
    }

    /// <summary>z·(1 + erf(z/√2))·½. Opset 17 has no operator for it; in this form runtimes know it.</summary>
    private static string Gelu(this OnnxGraph graph, string name, string z)
    {
        string erf = graph.Add($"{name}.erf", "Erf", [graph.Add($"{name}.quotient", "Div", [z, graph.Number(Root2)])]);
        string sum = graph.Add($"{name}.sum", "Add", [erf, graph.Number(1)]);
        return graph.Add(name, "Mul", [graph.Add($"{name}.product", "Mul", [z, sum]), graph.Number(0.5f)]);
    }
}
