namespace ResNet.Tests.Threads;

public class StepTimesTests
{
    [Fact]
    public void A_stretch_ends_after_five_milliseconds()
    {
        var times = new StepTimes();
        Add(times, 2, 2, 2).Should().Equal(false, false, true);
        times.Count.Should().Be(1);
        times.Median.Should().Be(TimeSpan.FromMilliseconds(2).Ticks);
    }

    [Fact]
    public void The_latest_five_stretches_are_remembered()
    {
        var times = new StepTimes();
        Add(times, 100, 100, 9, 7, 5, 6, 8);
        times.Count.Should().Be(5);
        times.Time.Should().Be(TimeSpan.FromMilliseconds(35));
        times.Median.Should().Be(TimeSpan.FromMilliseconds(7).Ticks);
        times.Below(times.Median).Should().Be(2);
    }

    [Fact]
    public void Waiting_is_counted_in_lanes()
    {
        var times = new StepTimes();
        times.Add(TimeSpan.FromMilliseconds(10), waited: TimeSpan.FromMilliseconds(20));
        times.Add(TimeSpan.FromMilliseconds(30), waited: TimeSpan.FromMilliseconds(40));
        times.LanesWaiting.Should().Be(1.5);
    }

    [Fact]
    public void Nothing_is_left_after_clearing()
    {
        var times = new StepTimes();
        Add(times, 100, 100, 4);
        times.Clear();
        Add(times, 4, 4).Should().Equal(false, true);
        times.Median.Should().Be(TimeSpan.FromMilliseconds(4).Ticks);
        times.Time.Should().Be(TimeSpan.FromMilliseconds(8));
    }

    private static bool[] Add(StepTimes times, params double[] milliseconds) =>
        [.. milliseconds.Select(time => times.Add(TimeSpan.FromMilliseconds(time), TimeSpan.Zero))];
}
