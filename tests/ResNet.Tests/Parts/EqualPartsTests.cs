using ResNet.Tests.Blocks;

namespace ResNet.Tests.Parts;

/// <summary>Equal blocks have equal parts wherever they stand; blocks that differ in a setting do not.</summary>
public class EqualPartsTests
{
    private const int Inputs = 4;
    private const int Outputs = 6;

    /// <summary>No two of them make the same block.</summary>
    private static readonly (string Setting, Action<ResidualBlockBuilder> Set)[] settings =
    [
        ("nothing", _ => { }),
        ("activation", block => block.WithActivation(Activation.LeakyRelu)),
        ("normalization", block => block.WithNormalization(Normalization.Batch)),
        ("another normalization", block => block.WithNormalization(Normalization.Layer)),
        ("order", block => block.WithOrder(BlockOrder.PreActivation)),
        ("another order", block => block.WithOrder(BlockOrder.PreNorm)),
        ("layers", block => block.WithLayers(3)),
        ("dropout", block => block.WithDropout(0.1f)),
        ("another dropout", block => block.WithDropout(0.2f)),
        ("initialization", block => block.WithInitialization(Initialization.Glorot)),
        ("another initialization", block => block.WithInitialization(Initialization.Orthogonal)),
        ("no initialization", block => block.WithInitialization(Initialization.Zero)),
        ("hidden width", block => block.WithHiddenFactor(2)),
        ("shortcut", block => block.WithShortcut(Shortcut.ZeroPadding)),
        ("factor", block => block.WithBranchFactor(BranchFactor.Fixed(0.5f))),
        ("a factor of 1", block => block.WithBranchFactor(BranchFactor.Fixed(1))),
        ("a factor of 0", block => block.WithBranchFactor(BranchFactor.Fixed(0)).WithZeroBranch(false)),
        ("learned factor", block => block.WithBranchFactor(BranchFactor.Learned)),
        ("survival", block => block.WithSurvival(0.5f)),
        ("no zero branch", block => block.WithZeroBranch(false)),
    ];

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void Equal_blocks_have_equal_parts_and_hash_codes_wherever_they_stand(BlockOrder order, Normalization normalization)
    {
        void Form(ResidualBlockBuilder block) => block.WithOrder(order).WithNormalization(normalization);
        Network network = Network.Create(Inputs).AddResidualBlocks(3, Form).AddOutput(2).Build(seed: 1);
        Network other = Network.Create(9).AddLayer(Inputs).AddPlainBlocks(2).AddResidualBlock(Inputs, Form).AddOutput(1).Build(seed: 2);
        PartList parts = network.Blocks[0].Stages[0].Parts;
        IEnumerable<Block> others = [network.Blocks[1], network.Blocks[2], other.Blocks[3], network.Clone().Blocks[0]];
        foreach (PartList alike in others.Select(block => block.Stages[0].Parts)) ShouldBeEqual(alike, parts);
        ResidualBlockBuilder alone = ResidualBlock.Create(Inputs, Inputs);
        Form(alone);
        ShouldBeEqual(alone.Build().Stages[0].Parts, parts);
    }

    [Fact]
    public void Blocks_that_differ_in_one_setting_have_different_parts()
    {
        for (int i = 0; i < settings.Length; i++)
        {
            ShouldBeEqual(PartsWith(settings[i].Set), PartsWith(settings[i].Set));
            for (int j = 0; j < i; j++)
            {
                PartList one = PartsWith(settings[i].Set), another = PartsWith(settings[j].Set);
                one.Equals(another).Should().BeFalse("{0} is not {1}", settings[i].Setting, settings[j].Setting);
            }
        }
    }

    [Fact]
    public void What_a_block_would_be_without_being_told_makes_it_no_other()
    {
        PartList parts = PartsWith(_ => { });
        ShouldBeEqual(PartsWith(block => block.WithShortcut(Shortcut.Projection)), parts);
        ShouldBeEqual(PartsWith(block => block.WithInitialization(Initialization.He)), parts);
        ShouldBeEqual(PartsWith(block => block.WithZeroBranch(true)), parts);
        ShouldBeEqual(PartsWith(block => block.WithHiddenFactor(1)), parts);
        ShouldBeEqual(PartsWith(block => block.WithSurvival(1)), parts);
    }

    [Fact]
    public void Plain_and_residual_blocks_of_other_widths_have_different_parts()
    {
        PlainBlock.Create(6, 6).Build().Stages[0].Parts.Equals(ResidualBlock.Create(6, 6).Build().Stages[0].Parts).Should().BeFalse();
        PlainBlock.Create(6, 6).Build().Stages[0].Parts.Equals(PlainBlock.Create(5, 6).Build().Stages[0].Parts).Should().BeFalse();
        PlainBlock.Create(6, 6).Build().Stages[0].Parts.Equals(PlainBlock.Create(6, 5).Build().Stages[0].Parts).Should().BeFalse();
    }

    private static PartList PartsWith(Action<ResidualBlockBuilder> set)
    {
        ResidualBlockBuilder builder = ResidualBlock.Create(Inputs, Outputs);
        set(builder);
        return builder.Build().Stages[0].Parts;
    }

    private static void ShouldBeEqual(PartList parts, PartList others)
    {
        parts.Equals(others).Should().BeTrue();
        parts.GetHashCode().Should().Be(others.GetHashCode());
    }
}
