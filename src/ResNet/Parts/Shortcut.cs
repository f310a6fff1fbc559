namespace ResNet;

/// <summary>The shortcut S that carries a residual block's input a to its end.</summary>
public enum Shortcut
{
    /// <summary>S(a) = a. Only where input and output have the same width.</summary>
    Identity,

    /// <summary>
    /// S(a) = I a with the rectangular identity I, outputs × inputs: widening appends zeros, narrowing drops the last
    /// features. Has no parameters (He et al. 2015, §3.3, option A).
    /// </summary>
    ZeroPadding,

    /// <summary>
    /// S(a) = W a with W learned, outputs × inputs, no bias (He et al. 2015, §3.3, option B). In a post-activation block
    /// with normalization N(W a) with its own N; in a pre-activation block it acts on the block's first g(N(a)), in a
    /// normalized one on N(a).
    /// </summary>
    Projection,
}
