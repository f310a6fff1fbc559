namespace ResNet.Studies;

/// <summary>What a depth study stacks between the input layer and the output layer.</summary>
public enum NetworkKind
{
    /// <summary>Plain blocks.</summary>
    Plain,

    /// <summary>Residual blocks of the same widths, with identity shortcuts.</summary>
    Residual,
}
