namespace ResNet;

/// <summary>The function g that follows a layer's affine map, element by element.</summary>
public enum Activation
{
    /// <summary>g(z) = z.</summary>
    Identity,

    /// <summary>ReLU, g(z) = max(z, 0); g'(0) = 0, and NaN stays NaN (Nair and Hinton 2010).</summary>
    Relu,

    /// <summary>Leaky ReLU, g(z) = z for z &gt; 0 and 0.01·z otherwise (Maas et al. 2013).</summary>
    LeakyRelu,

    /// <summary>GELU, g(z) = z·Φ(z) with the normal distribution function Φ, by erf (Hendrycks and Gimpel 2016).</summary>
    Gelu,

    /// <summary>SiLU or swish, g(z) = z·σ(z) (Elfwing et al. 2017).</summary>
    Silu,

    /// <summary>g(z) = tanh z.</summary>
    Tanh,

    /// <summary>g(z) = σ(z) = 1/(1 + exp(−z)).</summary>
    Sigmoid,
}
