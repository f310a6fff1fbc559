namespace ResNet;

/// <summary>What comes first in the layers of a residual block.</summary>
public enum BlockOrder
{
    /// <summary>z = W a + b, then N, then g; the last g comes after the addition (He et al. 2015).</summary>
    PostActivation,

    /// <summary>h = g(N(a)) first, then W h + b; nothing comes after the addition (He et al. 2016, "Identity mappings").</summary>
    PreActivation,

    /// <summary>
    /// N(a) first, then the layers with g between them and neither N nor g after the last (Gorishniy et al. 2021, for
    /// tables).
    /// </summary>
    PreNorm,
}
