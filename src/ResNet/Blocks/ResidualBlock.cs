namespace ResNet;

/// <summary>
/// Layers with a shortcut S around them. Post-activation: a_k = g(s·N(z_k) + S(a₀)), with z_k from the last layer.
/// Pre-activation: every layer is h = g(N(a)), a' = W h + b, and the block gives s·a_k + S(a₀). Pre-norm: a₁ = N(a₀), then
/// the layers with g between them, and s·a_k + S(a₀). Where the branch is zero, the block hands on its input, so more blocks
/// do no harm (He et al. 2015 and 2016, Gorishniy et al. 2021).
/// </summary>
/// <example>
/// <code>
/// ResidualBlock block = ResidualBlock.Create(inputs: 4, outputs: 8).WithShortcut(Shortcut.ZeroPadding).Build(seed: 1);
/// Matrix&lt;float> output = block.Predict(Matrix&lt;float>.Build.Random(4, 10));      // 8 × 10
/// </code>
/// </example>
public sealed class ResidualBlock : Block
{
    private readonly BlockRecipe recipe;

    internal ResidualBlock(BlockRecipe recipe, Stage parts, LiveArrays arrays, Use use)
        : base(parts, arrays, use) => this.recipe = recipe;

    /// <summary>The shortcut S.</summary>
    public Shortcut Shortcut => recipe.Settings.ShortcutOf(recipe.Inputs, recipe.Outputs);

    /// <summary>The order of activation and affine map.</summary>
    public BlockOrder Order => recipe.Settings.Order;

    /// <summary>The activation function g.</summary>
    public Activation Activation => recipe.Settings.Activation;

    /// <summary>The normalization N.</summary>
    public Normalization Normalization => recipe.Settings.Normalization;

    /// <summary>The probability that a sample's branch survives a training pass; 1 without stochastic depth.</summary>
    public float Survival => recipe.Settings.Survival ?? 1;

    /// <summary>The factor s of the residual branch.</summary>
    public BranchFactor BranchFactor => recipe.Settings.BranchFactor;

    /// <summary>Begins to build a residual block that stands by itself.</summary>
    /// <param name="inputs">width of the input</param>
    /// <param name="outputs">width of its layers and its output</param>
    /// <exception cref="ArgumentOutOfRangeException">a width is below 1.</exception>
    public static ResidualBlockBuilder Create(int inputs, int outputs) => new(inputs, outputs, new BlockSettings());
}
