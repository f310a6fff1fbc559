namespace ResNet.Studies;

/// <summary>The blocks between the input layer and the output layer of a depth study's networks.</summary>
public enum NetworkKind
{
    /// <summary>Plain blocks.</summary>
    Plain,

    /// <summary>Residual blocks of the same widths, with identity shortcuts.</summary>
    Residual,
}
