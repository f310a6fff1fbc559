using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class DaysTests
{
    [Property]
    public Property Milliseconds_survive() => Prop.ForAll(Moments.Any, any =>
    {
        DateTime moment = Moments.Floor(any, TimeSpan.TicksPerMillisecond);
        Days.Moment(Days.Of(moment.Ticks)).Should().Be(moment);
    });

    [Fact]
    public void The_ends_of_time_are_years_1_and_9999()
    {
        Days.First.Should().Be(-719162);
        Days.Last.Should().Be(Math.BitDecrement(2932897.0));
        Days.Moment(Days.First).Should().Be(DateTime.MinValue);
        Days.Moment(Days.Last).Should().Be(DateTime.MaxValue);
    }

    [Theory]
    [InlineData(-719162.001)]
    [InlineData(2932897)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Beyond_them_there_is_nothing(double days)
    {
        Days.AreInRange(days).Should().BeFalse();
        FluentActions.Invoking(() => Days.Moment(days)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*years 1 to 9999*");
    }
}
