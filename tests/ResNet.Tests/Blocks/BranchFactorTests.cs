namespace ResNet.Tests.Blocks;

public class BranchFactorTests
{
    [Fact]
    public void The_default_value_is_no_factor()
    {
        default(BranchFactor).Should().Be(BranchFactor.None);
        default(BranchFactor).Value.Should().Be(1);
        default(BranchFactor).IsLearned.Should().BeFalse();
    }
}
