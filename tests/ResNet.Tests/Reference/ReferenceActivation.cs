namespace ResNet.Tests.Reference;

/// <summary>The activation functions g, by the golden files' names.</summary>
public static class ReferenceActivation
{
    private const double LeakySlope = 0.01;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = ["relu", "leaky_relu", "gelu", "silu", "tanh", "sigmoid", "identity"];

    /// <summary>g(z).</summary>
    public static Scalar Apply(string name, Scalar z) => name switch
    {
        "relu" => Scalar.Max(z, 0),
        "leaky_relu" => Scalar.Max(z, LeakySlope * z),
        "gelu" => 0.5 * z * (1 + Scalar.Erf(z / Math.Sqrt(2))),
        "silu" => z * Sigmoid(z),
        "tanh" => Scalar.Tanh(z),
        "sigmoid" => Sigmoid(z),
        "identity" => z,
        _ => throw new ArgumentException($"No activation is called '{name}'."),
    };

    /// <summary>g has no derivative at 0.</summary>
    public static bool HasKink(string name) => name is "relu" or "leaky_relu";

    // 1/(1 + exp(−z)), written so that exp cannot overflow
    private static Scalar Sigmoid(Scalar z) => 0.5 * (1 + Scalar.Tanh(z / 2));
}
