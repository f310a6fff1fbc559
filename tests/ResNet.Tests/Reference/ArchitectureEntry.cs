namespace ResNet.Tests.Reference;

/// <summary>One block before the output layer, in the words of the golden files.</summary>
/// <param name="Kind"><c>layer</c>, <c>plain</c> or <c>residual</c>.</param>
/// <param name="Width">Number of features the block gives.</param>
/// <param name="Layers">Number of layers in the block; 1 for a <c>layer</c>.</param>
/// <param name="Activation">One of <see cref="ReferenceActivation.All"/>.</param>
/// <param name="Shortcut"><c>none</c> (layer and plain), <c>identity</c>, <c>zero_padding</c> or <c>projection</c>.</param>
/// <param name="Order"><c>post</c> or <c>pre</c>; only residual blocks have a pre-activation form.</param>
/// <param name="Normalization"><c>none</c>, <c>batch</c> or <c>layer</c>.</param>
/// <param name="BranchScale"><c>none</c>, <c>learned</c> or a fixed factor such as <c>0.5</c>.</param>
public sealed record ArchitectureEntry(
    string Kind,
    int Width,
    int Layers,
    string Activation,
    string Shortcut = "none",
    string Order = "post",
    string Normalization = "none",
    string BranchScale = "none")
{
    /// <summary>A residual block whose layers normalize and activate before they multiply.</summary>
    public bool IsPreActivation => Kind == "residual" && Order == "pre";

    /// <summary>The shortcut is a matrix W_s.</summary>
    public bool HasProjection => Kind == "residual" && Shortcut == "projection";

    /// <summary>The projection has an N of its own: in a post-activation block with normalization.</summary>
    public bool HasShortcutNorm => HasProjection && !IsPreActivation && IsNormalized;

    /// <summary>The block's layers have an N.</summary>
    public bool IsNormalized => Normalization != "none";

    /// <summary>The factor of the residual branch is a parameter.</summary>
    public bool HasLearnedScale => Kind == "residual" && BranchScale == "learned";
}
