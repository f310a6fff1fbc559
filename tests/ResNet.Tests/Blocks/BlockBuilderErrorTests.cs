namespace ResNet.Tests.Blocks;

public class BlockBuilderErrorTests
{
    [Fact]
    public void An_identity_shortcut_between_different_widths_is_refused()
    {
        ResidualBlock.Create(3, 5).WithShortcut(Shortcut.Identity).Invoking(builder => builder.Build())
            .Should().Throw<InvalidOperationException>().WithMessage(
                "The block: an identity shortcut needs equal widths, but the input's is 3 and the output's 5; " +
                "use zero padding or a projection.");
        Network.Create(3).AddLayer(4).WithShortcut(Shortcut.Identity).Invoking(builder => builder.AddResidualBlock(5))
            .Should().Throw<InvalidOperationException>().WithMessage("blocks.1: an identity shortcut*input's is 4 and the output's 5*");
    }

    [Fact]
    public void A_learned_factor_before_a_zero_branch_is_refused()
    {
        ResidualBlockBuilder[] builders =
        [
            ResidualBlock.Create(3, 3).WithBranchFactor(BranchFactor.Learned).WithZeroBranch(true),
            ResidualBlock.Create(3, 3).WithBranchFactor(BranchFactor.Learned).WithInitialization(Initialization.Zero),
        ];
        foreach (ResidualBlockBuilder builder in builders)
        {
            builder.Invoking(b => b.Build()).Should().Throw<InvalidOperationException>().WithMessage(
                "The block: a learned branch factor starts at 0; with zero last weights behind it neither would ever learn.");
        }

        Network.Create(3)
            .Invoking(builder => builder.AddResidualBlock(3, block => block.WithBranchFactor(BranchFactor.Learned).WithZeroBranch(true)))
            .Should().Throw<InvalidOperationException>().WithMessage("blocks.0: a learned branch factor*");
    }

    [Fact]
    public void A_fixed_factor_may_stand_before_a_zero_branch() =>
        ResidualBlock.Create(3, 3).WithBranchFactor(BranchFactor.Fixed(0.5f)).WithZeroBranch(true).Build().BranchFactor.Value.Should()
            .Be(0.5f);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_factor_that_is_not_finite_is_refused(float value) => value.Invoking(v => BranchFactor.Fixed(v))
        .Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(value)).WithMessage("A branch factor must be finite.*");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_width_below_one_is_refused(int width)
    {
        Action[] inputs =
        [
            () => Layer.Create(width, 3), () => PlainBlock.Create(width, 3), () => ResidualBlock.Create(width, 3),
            () => Network.Create(width),
        ];
        Action[] outputs =
        [
            () => Layer.Create(3, width), () => PlainBlock.Create(3, width), () => ResidualBlock.Create(3, width),
            () => Network.Create(3).AddLayer(width), () => Network.Create(3).AddPlainBlock(width),
            () => Network.Create(3).AddResidualBlock(width), () => Network.Create(3).AddOutput(width),
        ];
        foreach (Action create in (Action[])[.. inputs, .. outputs])
        {
            create.Should().Throw<ArgumentOutOfRangeException>().WithMessage("A width must be at least 1.*").Which
                .ActualValue.Should().Be(width);
        }

        foreach (Action create in inputs) create.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("inputs");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_block_without_layers_is_refused(int layers)
    {
        Action[] settings =
        [
            () => PlainBlock.Create(3, 3).WithLayers(layers), () => ResidualBlock.Create(3, 3).WithLayers(layers),
        ];
        foreach (Action set in settings) set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(layers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e9f)]
    public void A_hidden_width_that_is_not_positive_or_too_large_is_refused(float factor) =>
        ResidualBlock.Create(3, 4).Invoking(block => block.WithHiddenFactor(factor)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName(nameof(factor))
            .WithMessage("A hidden width's factor must be positive, and the width no larger than an array.*");
}
