namespace ResNet;

/// <summary>What a builder has been told of the layers to come; the defaults stand here.</summary>
internal record LayerSettings
{
    public Activation Activation { get; init; } = Activation.Relu;

    public Normalization Normalization { get; init; } = Normalization.None;

    /// <summary>The share of activations dropped in training.</summary>
    public float Dropout { get; init; }

    /// <summary>Null: He or Glorot, whichever suits the activation function.</summary>
    public Initialization? Initialization { get; init; }
}
