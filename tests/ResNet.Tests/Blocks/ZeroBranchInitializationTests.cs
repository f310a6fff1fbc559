using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Blocks;

public class ZeroBranchInitializationTests
{
    [Theory]
    [InlineData(BlockOrder.PostActivation, Normalization.None)]
    [InlineData(BlockOrder.PreActivation, Normalization.None)]
    [InlineData(BlockOrder.PreActivation, Normalization.Batch)]
    [InlineData(BlockOrder.PreActivation, Normalization.Layer)]
    [InlineData(BlockOrder.PreNorm, Normalization.None)]
    [InlineData(BlockOrder.PreNorm, Normalization.Batch)]
    public void The_last_weight_starts_at_zero_and_every_gamma_at_one(BlockOrder order, Normalization normalization)
    {
        ResidualBlock block = Block(4, 4, order, normalization).Build(seed: 2);
        Values(block, "layers.1.weight").Enumerate().Should().OnlyContain(value => value == 0);
        Values(block, "layers.0.weight").Enumerate().Should().OnlyContain(value => value != 0);
        Gammas(block).Should().OnlyContain(value => value == 1);
    }

    [Theory]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void A_normalized_post_activation_branch_starts_with_the_last_gamma_at_zero(Normalization normalization)
    {
        ResidualBlock block = Block(4, 4, BlockOrder.PostActivation, normalization).Build(seed: 2);
        Values(block, "norms.1.gamma").Enumerate().Should().OnlyContain(value => value == 0);
        Values(block, "norms.0.gamma").Enumerate().Should().OnlyContain(value => value == 1);
        Values(block, "layers.1.weight").Enumerate().Should().OnlyContain(value => value != 0);
    }

    [Theory]
    [InlineData(BlockOrder.PostActivation, Normalization.None)]
    [InlineData(BlockOrder.PreActivation, Normalization.None)]
    [InlineData(BlockOrder.PreActivation, Normalization.Layer)]
    [InlineData(BlockOrder.PreNorm, Normalization.Layer)]
    public void Rows_that_a_zero_padded_shortcut_does_not_reach_start_as_ordinary(BlockOrder order, Normalization normalization)
    {
        ResidualBlockBuilder builder = Block(3, 5, order, normalization).WithShortcut(Shortcut.ZeroPadding);
        Matrix<float> weight = Values(builder.Build(seed: 2), "layers.1.weight");
        Matrix<float> ordinary = Values(builder.WithZeroBranch(false).Build(seed: 2), "layers.1.weight");

        weight.SubMatrix(0, 3, 0, 5).Enumerate().Should().OnlyContain(value => value == 0);
        weight.SubMatrix(3, 2, 0, 5).Should().Be(ordinary.SubMatrix(3, 2, 0, 5));
        ordinary.Enumerate().Should().OnlyContain(value => value != 0);
    }

    [Fact]
    public void Gammas_that_a_zero_padded_shortcut_does_not_reach_start_at_one()
    {
        ResidualBlock block = Block(3, 5, BlockOrder.PostActivation, Normalization.Batch).WithShortcut(Shortcut.ZeroPadding).Build();
        Values(block, "norms.1.gamma").Enumerate().Should().Equal(0, 0, 0, 1, 1);
    }

    [Fact]
    public void A_narrowing_zero_padded_block_starts_all_at_zero()
    {
        ResidualBlock block = Block(5, 3, BlockOrder.PostActivation, Normalization.None).WithShortcut(Shortcut.ZeroPadding).Build();
        Values(block, "layers.1.weight").Enumerate().Should().OnlyContain(value => value == 0);
    }

    [Fact]
    public void A_learned_factor_starts_at_zero_before_a_branch_that_does_not()
    {
        ResidualBlock block = Block(4, 4, BlockOrder.PostActivation, Normalization.None).WithBranchFactor(BranchFactor.Learned).Build();
        Values(block, "scale")[0, 0].Should().Be(0);
        Values(block, "layers.1.weight").Enumerate().Should().OnlyContain(value => value != 0);
    }

    private static ResidualBlockBuilder Block(int inputs, int outputs, BlockOrder order, Normalization normalization) =>
        ResidualBlock.Create(inputs, outputs).WithOrder(order).WithNormalization(normalization);

    private static Matrix<float> Values(Module module, string name) => module.Parameters.Single(parameter => parameter.Name == name).Value;

    private static IEnumerable<float> Gammas(ResidualBlock block) =>
        block.Parameters.Where(parameter => parameter.Name.EndsWith(".gamma", StringComparison.Ordinal))
            .SelectMany(gamma => gamma.Values).Append(1);
}
