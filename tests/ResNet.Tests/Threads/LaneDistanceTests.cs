using System.Diagnostics;

namespace ResNet.Tests.Threads;

public class LaneDistanceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_lanes_can_measure_again_and_again(int lanes)
    {
        var distance = new LaneDistance();
        distance.IsDue.Should().BeTrue("nothing has been measured yet");
        var sinceBefore = new Stopwatch();
        for (int i = 0; i < 20; i++)
        {
            sinceBefore.Restart();
            Workers.Run(lanes, distance.Measure);
        }

        // on a machine that halts between the two it may be due again, but no earlier
        bool tooEarly = distance.IsDue && sinceBefore.Elapsed < LaneDistance.Valid;
        tooEarly.Should().BeFalse("it was measured a moment ago");
    }

    [Fact]
    public void A_lane_alone_is_far_from_nobody()
    {
        var distance = new LaneDistance();
        distance.Measure(Lane.Alone);
        distance.IsFar.Should().BeFalse();
    }
}
