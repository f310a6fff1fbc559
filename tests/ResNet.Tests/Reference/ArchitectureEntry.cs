namespace ResNet.Tests.Reference;

/// <summary>One block before the output layer, in the words of the golden files.</summary>
/// <param name="Kind"><c>layer</c>, <c>plain</c> or <c>residual</c>.</param>
/// <param name="Width">Number of features the block gives.</param>
/// <param name="Layers">Number of layers in the block; 1 for a <c>layer</c>.</param>
/// <param name="Activation">One of <see cref="ReferenceActivation.All"/>.</param>
/// <param name="Shortcut"><c>none</c> (layer and plain), <c>identity</c>, <c>zero_padding</c> or <c>projection</c>.</param>
/// <param name="Order"><c>post</c>, <c>pre</c> or <c>normalized</c>; only residual blocks have the last two.</param>
/// <param name="Normalization"><c>none</c>, <c>batch</c> or <c>layer</c>.</param>
/// <param name="BranchScale"><c>none</c>, <c>learned</c> or a fixed factor such as <c>0.5</c>.</param>
/// <param name="HiddenFactor">Width between the layers of a residual block, as a factor of <paramref name="Width"/>.</param>
public sealed record ArchitectureEntry(
    string Kind,
    int Width,
    int Layers,
    string Activation,
    string Shortcut = "none",
    string Order = "post",
    string Normalization = "none",
    string BranchScale = "none",
    double HiddenFactor = 1)
{
    /// <summary>A residual block whose layers normalize and activate before they multiply.</summary>
    public bool IsPreActivation => Kind == "residual" && Order == "pre";

    /// <summary>A residual block that normalizes its input and nothing else.</summary>
    public bool NormalizesInput => Kind == "residual" && Order == "normalized";

    /// <summary>A residual block with nothing after its addition.</summary>
    public bool EndsWithAddition => IsPreActivation || NormalizesInput;

    /// <summary>Number of features between the layers of the block, at least 1.</summary>
    public int HiddenWidth => Math.Max(1, (int)Math.Round(HiddenFactor * Width));

    /// <summary>The shortcut is a matrix W_s.</summary>
    public bool HasProjection => Kind == "residual" && Shortcut == "projection";

    /// <summary>The projection has an N of its own: in a post-activation block with normalization.</summary>
    public bool HasShortcutNorm => HasProjection && !EndsWithAddition && IsNormalized;

    /// <summary>The block's layers have an N.</summary>
    public bool IsNormalized => Normalization != "none";

    /// <summary>The factor of the residual branch is a parameter.</summary>
    public bool HasLearnedScale => Kind == "residual" && BranchScale == "learned";
}
