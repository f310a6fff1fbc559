namespace ResNet.Benchmarks;

/// <summary>What a workload's network and training have besides its affine maps; without settings the plain recipe.</summary>
/// <remarks>The peers under tests/Peers compile this file too.</remarks>
public sealed record Recipe
{
    /// <summary>Post-activation blocks with ReLU and nothing else, by SGD with momentum.</summary>
    public static Recipe Plain { get; } = new();

    /// <summary>The recipes that change one thing of the plain one, by what a workload's name ends with.</summary>
    public static IReadOnlyDictionary<string, Recipe> Changes { get; } = new Dictionary<string, Recipe>
    {
        ["preactivation"] = new() { Order = BlockOrder.PreActivation },
        ["adamw"] = new() { IsByAdamW = true },
        ["dropout"] = new() { Dropout = 0.1f },
        ["layernorm"] = new() { Normalization = Normalization.Layer },
        ["batchnorm"] = new() { Normalization = Normalization.Batch },
        ["gelu"] = new() { Activation = Activation.Gelu },
        ["silu"] = new() { Activation = Activation.Silu },
        ["tanh"] = new() { Activation = Activation.Tanh },
        ["sigmoid"] = new() { Activation = Activation.Sigmoid },
    };

    public BlockOrder Order { get; init; }

    public Normalization Normalization { get; init; }

    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The dropout rate.</summary>
    public float Dropout { get; init; }

    /// <summary>Whether AdamW trains instead of SGD.</summary>
    public bool IsByAdamW { get; init; }
}
