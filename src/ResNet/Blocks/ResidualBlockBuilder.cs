namespace ResNet;

/// <summary>Builds a <see cref="ResidualBlock"/>.</summary>
public sealed class ResidualBlockBuilder : BlockBuilder<ResidualBlockBuilder>
{
    internal ResidualBlockBuilder(int inputs, int outputs, BlockSettings settings, string name = "")
        : base(name, inputs, outputs, settings with { IsResidual = true })
    {
    }

    private string Title => Name.Length == 0 ? "The block" : Name;

    /// <summary>Sets the order of activation and affine map; post-activation by default.</summary>
    /// <param name="order">the order</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such order.</exception>
    public ResidualBlockBuilder WithOrder(BlockOrder order) => With(Block with { Order = Argument.Defined(order) });

    /// <summary>Sets the shortcut; by default identity where the widths agree and projection where they differ.</summary>
    /// <param name="shortcut">the shortcut</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such shortcut.</exception>
    public ResidualBlockBuilder WithShortcut(Shortcut shortcut) => With(Block with { Shortcut = Argument.Defined(shortcut) });

    /// <summary>Sets the factor that multiplies the branch just before the addition; none by default.</summary>
    /// <param name="factor">the factor</param>
    public ResidualBlockBuilder WithBranchFactor(BranchFactor factor) => With(Block with { BranchFactor = factor });

    /// <summary>
    /// Sets the width of the activations between the block's layers, as a factor of the block's output width; 1 by default.
    /// </summary>
    /// <param name="factor">the factor, positive; the width is rounded and at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException">the factor is not positive, or the width would be too large.</exception>
    public ResidualBlockBuilder WithHiddenFactor(float factor)
    {
        double width = Math.Max(1, Math.Round((double)factor * Outputs));
        if (!(factor > 0) || width > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(factor), factor, "A hidden width's factor must be positive, and the width no larger than an array.");
        }

        return WithHiddenWidth((int)width);
    }

    /// <summary>Sets the width of the activations between the block's layers.</summary>
    internal ResidualBlockBuilder WithHiddenWidth(int width) => With(Block with { HiddenWidth = PositiveWidth(width, nameof(width)) });

    /// <summary>
    /// Sets the probability p that a sample's branch survives a training pass (stochastic depth, Huang et al. 2016, here
    /// sample by sample); in inference every branch is multiplied by its p. 1 by default, or what the network's
    /// <see cref="NetworkBuilder.WithStochasticDepth"/> gives.
    /// </summary>
    /// <param name="probability">p, above 0 and at most 1</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not in (0, 1].</exception>
    public ResidualBlockBuilder WithSurvival(float probability) =>
        With(Block with { Survival = Probability(probability, nameof(probability)) });

    /// <summary>
    /// Sets whether the branch starts at zero, so that the block starts as its own shortcut: with the last γ = 0 in a
    /// normalized post-activation block, else with the last W = 0. By default it does, unless the branch has a learned
    /// factor, which starts at 0 itself.
    /// </summary>
    /// <param name="zero">whether the branch starts at zero</param>
    public ResidualBlockBuilder WithZeroBranch(bool zero) => With(Block with { ZeroBranch = zero });

    /// <summary>Builds the block.</summary>
    /// <param name="seed">fixes every draw</param>
    /// <exception cref="InvalidOperationException">
    /// the shortcut is the identity but the widths differ; or a learned branch factor stands before a zero branch, so that
    /// neither would ever learn.
    /// </exception>
    public ResidualBlock Build(int seed = 0)
    {
        Check();
        var parts = new Stage(Name, BlockParts.Of(Recipe));
        return new ResidualBlock(Recipe, parts, new LiveArrays([parts], seed), new Use());
    }

    /// <summary>Refuses what cannot be built.</summary>
    internal void Check()
    {
        if (Block.Shortcut == Shortcut.Identity && Inputs != Outputs)
        {
            throw new InvalidOperationException(
                $"{Title}: an identity shortcut needs equal widths, but the input's is {Inputs} and the output's {Outputs}; " +
                "use zero padding or a projection.");
        }

        if (Block.BranchFactor.IsLearned && (Block.ZeroBranch == true || Block.Initialization == Initialization.Zero))
        {
            throw new InvalidOperationException(
                $"{Title}: a learned branch factor starts at 0; with zero last weights behind it neither would ever learn.");
        }
    }
}
