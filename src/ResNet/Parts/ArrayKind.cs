namespace ResNet;

/// <summary>What an array of a network is for; an optimizer may leave biases and norms out of weight decay.</summary>
public enum ArrayKind
{
    /// <summary>A weight matrix W, outputs × inputs.</summary>
    Weight,

    /// <summary>A bias b, outputs × 1.</summary>
    Bias,

    /// <summary>γ or β of a normalization, width × 1.</summary>
    Norm,

    /// <summary>A learned branch factor, 1 × 1.</summary>
    Factor,

    /// <summary>A running statistic of batch norm, width × 1: training changes it, but not by a gradient.</summary>
    Statistic,

    /// <summary>What is fixed before training, such as means and standard deviations of inputs.</summary>
    Constant,
}
