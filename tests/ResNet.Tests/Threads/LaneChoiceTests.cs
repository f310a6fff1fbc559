namespace ResNet.Tests.Threads;

public class LaneChoiceTests
{
    [Fact]
    public void A_quiet_machine_stays_at_the_most()
    {
        var machine = new PlayedMachine(most: 4) { StepTime = lanes => 8.0 / lanes, Waiting = _ => 0.09 };
        machine.Play(seconds: 60);
        machine.Counts.Should().Equal(4);
    }

    [Fact]
    public void One_lane_has_no_other_to_try()
    {
        var machine = new PlayedMachine(most: 1) { StepTime = _ => 8, Waiting = _ => 0.5 };
        machine.Play(seconds: 60);
        machine.Counts.Should().Equal(1);
    }

    [Fact]
    public void Beside_a_busy_core_it_goes_down()
    {
        var machine = new PlayedMachine(most: 2) { StepTime = lanes => 2 * lanes, Waiting = lanes => lanes == 1 ? 0 : 0.4 };
        machine.Play(seconds: 1.1);
        machine.Lanes.Should().Be(1);
    }

    [Fact]
    public void A_step_that_is_too_short_to_be_shared_takes_one_lane()
    {
        var machine = new PlayedMachine(most: 2) { StepTime = lanes => lanes == 1 ? 0.02 : 0.03, Waiting = lanes => lanes == 1 ? 0 : 0.2 };
        machine.Play(seconds: 1.1);
        machine.Lanes.Should().Be(1);
    }

    [Fact]
    public void It_gives_up_as_many_lanes_as_there_are_busy_cores()
    {
        PlayedMachine machine = SixteenCores(busy: 3);
        machine.Play(seconds: 20);
        machine.Lanes.Should().Be(13);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void When_the_neighbours_leave_it_goes_up_to_the_most(int busy)
    {
        PlayedMachine machine = SixteenCores(busy);
        machine.Play(seconds: 20);
        machine.StepTime = lanes => 16.0 / lanes;
        machine.Waiting = _ => 0;
        machine.Play(seconds: 60);
        machine.Lanes.Should().Be(16);
    }

    [Fact]
    public void Trials_that_fail_are_repeated_after_a_time_that_doubles()
    {
        var machine = new PlayedMachine(most: 2) { StepTime = lanes => 2.0 / lanes, Waiting = lanes => lanes == 1 ? 0 : 0.3 };
        machine.Play(seconds: 130);
        machine.Lanes.Should().Be(2);
        machine.Pauses.Select(pause => Math.Round(pause)).Should().Equal(1, 2, 4, 8, 16, 32, 32, 32);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(2)]
    [InlineData(300)]
    public void Trials_take_less_than_a_fiftieth_of_the_time(double milliseconds)
    {
        var machine = new PlayedMachine(most: 2)
        {
            StepTime = lanes => lanes == 1 ? milliseconds : 10 * milliseconds, Waiting = lanes => lanes == 1 ? 0 : 0.5,
        };
        machine.Play(seconds: 30);
        double settling = machine.SecondsOn(2);
        machine.Play(seconds: 600);
        (machine.SecondsOn(2) - settling).Should().BeInRange(0.01, 600 / 50);
    }

    [Fact]
    public void Steps_that_suddenly_take_longer_are_reason_to_try_soon()
    {
        var machine = new PlayedMachine(most: 2) { StepTime = lanes => 2.0 / lanes, Waiting = lanes => lanes == 1 ? 0 : 0.3 };
        machine.Play(seconds: 66); // the next trial would be after 95 s
        machine.StepTime = lanes => 2 * lanes;
        machine.Play(seconds: 0.2);
        machine.Lanes.Should().Be(1);
    }

    [Fact]
    public void A_slow_stretch_in_a_trial_decides_nothing()
    {
        int stepsOnOne = 0;
        var machine = new PlayedMachine(most: 2)
        {
            StepTime = lanes => lanes == 2 ? 8 : stepsOnOne++ == 1 ? 12 : 6, Waiting = lanes => lanes == 1 ? 0 : 0.4,
        };
        machine.Play(seconds: 1.1);
        machine.Lanes.Should().Be(1);
    }

    /// <summary>A lane beside another program has half a core, and the others wait for it.</summary>
    private static PlayedMachine SixteenCores(int busy) => new(most: 16)
    {
        StepTime = lanes => (lanes + busy > 16 ? 32.0 : 16) / lanes, Waiting = lanes => lanes + busy > 16 ? 0.4 : 0,
    };
}
