using ResNet.Studies;

namespace ResNet.Tests.Studies;

public class DepthStudyOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-2)]
    public void A_depth_that_is_odd_or_below_two_is_refused(int depth) =>
        Refused<ArgumentException>(
            () => new() { Depths = [depth] },
            FormattableString.Invariant($"A depth is an even number of layers, 2 or more*not {depth}.*"));

    [Fact]
    public void Depths_that_do_not_ascend_are_refused() =>
        Refused<ArgumentException>(() => new() { Depths = [8, 4] }, "Depths must ascend, but 4 follows 8.*");

    [Fact]
    public void Depths_that_are_there_twice_are_refused() =>
        Refused<ArgumentException>(() => new() { Depths = [4, 4] }, "Depths must differ from each other: 4, 4.*");

    [Fact]
    public void Empty_lists_are_refused()
    {
        Refused<ArgumentException>(() => new() { Depths = [] }, "Depths must not be empty.*");
        Refused<ArgumentException>(() => new() { Kinds = [] }, "Kinds must not be empty.*");
        Refused<ArgumentException>(() => new() { LearningRates = [] }, "LearningRates must not be empty.*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_learning_rate_that_is_not_positive_and_finite_is_refused(float rate) =>
        Refused<ArgumentException>(() => new() { LearningRates = [0.1f, rate] }, "A learning rate must be positive and finite, not *");

    [Fact]
    public void Numbers_below_one_are_refused()
    {
        Refused<ArgumentOutOfRangeException>(() => new() { Width = 0 }, "Width must be at least 1.*");
        Refused<ArgumentOutOfRangeException>(() => new() { Epochs = 0 }, "Epochs must be at least 1.*");
        Refused<ArgumentOutOfRangeException>(() => new() { BatchSize = 0 }, "BatchSize must be at least 1.*");
        Refused<ArgumentOutOfRangeException>(() => new() { Seeds = 0 }, "Seeds must be at least 1.*");
        Refused<ArgumentOutOfRangeException>(() => new() { Threads = 0 }, "Threads must be at least 1.*");
    }

    [Fact]
    public void Values_that_no_enumeration_has_are_refused()
    {
        Refused<ArgumentOutOfRangeException>(() => new() { Kinds = [(NetworkKind)7] }, "There is no such NetworkKind.*");
        Refused<ArgumentOutOfRangeException>(() => new() { Order = (BlockOrder)7 }, "There is no such BlockOrder.*");
        Refused<ArgumentOutOfRangeException>(() => new() { Normalization = (Normalization)7 }, "There is no such Normalization.*");
    }

    [Fact]
    public void Lists_are_copied()
    {
        int[] depths = [2, 4];
        DepthStudyOptions options = new() { Depths = depths };
        depths[0] = 3;

        options.Depths.Should().Equal(2, 4);
    }

    private static void Refused<TException>(Func<DepthStudyOptions> options, string message)
        where TException : ArgumentException =>
        FluentActions.Invoking(options).Should().ThrowExactly<TException>().WithMessage(message);
}
