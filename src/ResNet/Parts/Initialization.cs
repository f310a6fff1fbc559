namespace ResNet;

/// <summary>How weights are drawn. Biases start at 0.</summary>
public enum Initialization
{
    /// <summary>Normal with variance 2/fan-in (He et al. 2015).</summary>
    He,

    /// <summary>Normal with variance 2/(fan-in + fan-out) (Glorot and Bengio 2010).</summary>
    Glorot,

    /// <summary>
    /// A random matrix with orthonormal rows or columns, whichever are fewer (Saxe et al. 2013), times √2 before ReLU,
    /// leaky ReLU, GELU and SiLU.
    /// </summary>
    Orthogonal,

    /// <summary>All weights zero.</summary>
    Zero,
}
