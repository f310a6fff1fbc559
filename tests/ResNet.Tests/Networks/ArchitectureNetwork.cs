using System.Globalization;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Networks;

/// <summary>Builds the library's network for an architecture of the reference.</summary>
internal static class ArchitectureNetwork
{
    public static Network Build(int inputs, int outputs, IEnumerable<ArchitectureEntry> architecture)
    {
        NetworkBuilder builder = Network.Create(inputs);
        foreach (ArchitectureEntry entry in architecture) Add(builder, entry);
        return builder.AddOutput(outputs).Build(seed: 1);
    }

    /// <summary>The network of a fixture, with its parameters.</summary>
    public static Network Build(GoldenNetwork golden)
    {
        Network network = Build(golden.Inputs, golden.Outputs, golden.Architecture);
        SetParameters(network, golden.Parameters.Select(entry => (entry.Key, entry.Value.Values)));
        return network;
    }

    /// <summary>Writes the reference's parameters, row-major, into the network's.</summary>
    public static void SetParameters(Network network, IEnumerable<(string Name, double[] Values)> parameters)
    {
        Dictionary<string, Parameter> byName = network.Parameters.ToDictionary(parameter => parameter.Name);
        int count = 0;
        foreach ((string name, double[] values) in parameters)
        {
            byName.Should().ContainKey(name);
            MathNet.Numerics.LinearAlgebra.Matrix<float> value = byName[name].Value;
            values.Should().HaveCount(value.RowCount * value.ColumnCount, name);
            for (int i = 0; i < values.Length; i++) value[i / value.ColumnCount, i % value.ColumnCount] = (float)values[i];
            count++;
        }

        count.Should().Be(network.Parameters.Count);
    }

    public static Activation ActivationOf(string name) => name switch
    {
        "relu" => Activation.Relu,
        "leaky_relu" => Activation.LeakyRelu,
        "gelu" => Activation.Gelu,
        "silu" => Activation.Silu,
        "tanh" => Activation.Tanh,
        "sigmoid" => Activation.Sigmoid,
        "identity" => Activation.Identity,
        _ => throw new ArgumentException(name),
    };

    public static Loss LossOf(string kind) => kind switch
    {
        "softmax_cross_entropy" => Loss.SoftmaxCrossEntropy,
        "mean_squared_error" => Loss.MeanSquaredError,
        "binary_cross_entropy" => Loss.BinaryCrossEntropy,
        _ => throw new ArgumentException(kind),
    };

    private static void Add(NetworkBuilder builder, ArchitectureEntry entry)
    {
        Activation activation = ActivationOf(entry.Activation);
        var normalization = Enum.Parse<Normalization>(entry.Normalization, ignoreCase: true);
        switch (entry.Kind)
        {
            case "layer":
                builder.AddLayer(entry.Width, layer => layer.WithActivation(activation).WithNormalization(normalization));
                break;
            case "plain":
                builder.AddPlainBlock(entry.Width, block => block
                    .WithActivation(activation).WithNormalization(normalization).WithLayers(entry.Layers));
                break;
            default:
                builder.AddResidualBlock(entry.Width, block => block
                    .WithActivation(activation).WithNormalization(normalization).WithLayers(entry.Layers)
                    .WithOrder(OrderOf(entry.Order)).WithHiddenFactor((float)entry.HiddenFactor)
                    .WithShortcut(Enum.Parse<Shortcut>(entry.Shortcut.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))
                    .WithBranchFactor(FactorOf(entry.BranchScale)));
                break;
        }
    }

    private static BlockOrder OrderOf(string name) => name switch
    {
        "post" => BlockOrder.PostActivation,
        "pre" => BlockOrder.PreActivation,
        "normalized" => BlockOrder.PreNorm,
        _ => throw new ArgumentException(name),
    };

    private static BranchFactor FactorOf(string scale) => scale switch
    {
        "none" => BranchFactor.None,
        "learned" => BranchFactor.Learned,
        _ => BranchFactor.Fixed(float.Parse(scale, CultureInfo.InvariantCulture)),
    };
}
