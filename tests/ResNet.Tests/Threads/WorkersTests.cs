using System.Diagnostics;

namespace ResNet.Tests.Threads;

public class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_lane_runs_once_and_their_shares_are_the_whole(int lanes)
    {
        foreach (int total in new[] { 0, 1, 7, 100 })
        {
            int[] taken = new int[total];
            Workers.Run(lanes, lane =>
            {
                Slice share = lane.Share(total, granule: 4);
                for (int i = share.First; i < share.End; i++) Interlocked.Increment(ref taken[i]);
            });
            taken.Should().NotContain(count => count != 1);
        }
    }

    [Fact]
    public void After_a_barrier_all_lanes_see_what_any_wrote_before_it()
    {
        int[] sums = new int[4];
        int seen = 0;
        Workers.Run(4, lane =>
        {
            for (int round = 1; round <= 30; round++)
            {
                sums[lane.Index] = round;
                lane.Barrier();
                if (sums[..lane.Count].All(value => value == round)) Interlocked.Increment(ref seen);
                lane.Barrier();
            }

            if (lane.Count == 1) Interlocked.Add(ref seen, 90); // the pool was taken: one lane does it all
        });
        seen.Should().Be(120);
    }

    [Fact]
    public void Who_waits_for_an_arrival_later_sees_what_others_wrote_before_theirs()
    {
        int[,] written = new int[4, 31];
        int seen = 0;
        Workers.Run(4, lane =>
        {
            int before = 0;
            for (int round = 1; round <= 30; round++)
            {
                written[lane.Index, round] = round;
                int arrival = lane.Arrive();
                if (round > 1) Look(lane, round - 1, before);
                before = arrival;
            }

            Look(lane, 30, before);
            if (lane.Count == 1) Interlocked.Add(ref seen, 90); // the pool was taken: one lane does it all
        });
        seen.Should().Be(120);

        void Look(Lane lane, int round, int arrival)
        {
            lane.Await(arrival);
            if (Enumerable.Range(0, lane.Count).All(other => written[other, round] == round)) Interlocked.Increment(ref seen);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_time_that_a_lane_waits_is_told(bool atBarrier)
    {
        var rest = TimeSpan.FromMilliseconds(50);

        // only whoever is held up itself, or finds the pool taken, waits less
        bool isTold = Enumerable.Range(0, 100).Any(_ => Stopwatch.GetElapsedTime(0, RunWithRest()) > rest / 2);
        isTold.Should().BeTrue();

        long RunWithRest() => Workers.Run(2, lane =>
        {
            if (lane.Index == 1) Thread.Sleep(rest);
            if (atBarrier) lane.Barrier();
        });
    }

    [Fact]
    public void A_lane_alone_never_waits() => Workers.Run(1, lane => lane.Barrier()).Should().Be(0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failing_lanes_exception_comes_through_while_the_others_wait(int failing)
    {
        for (int repeat = 0; repeat < 5; repeat++)
        {
            Action run = () => Workers.Run(3, lane =>
            {
                if (lane.Index == failing % lane.Count) throw new TimeoutException("mine");
                lane.Barrier();
            });
            run.Should().Throw<TimeoutException>().WithMessage("mine");
        }

        Every_lane_runs_once_and_their_shares_are_the_whole(3);
    }

    [Fact]
    public void A_run_within_a_run_does_all_its_work()
    {
        int done = 0, expected = 0;
        Workers.Run(2, outer =>
        {
            Interlocked.Add(ref expected, 10);
            Workers.Run(2, lane => Interlocked.Add(ref done, lane.Share(10).Count));
            outer.Barrier();
        });
        done.Should().Be(expected).And.BePositive();
    }

    [Fact]
    public void Runs_from_many_threads_at_once_all_do_their_work()
    {
        int[] sums = new int[6];
        Thread[] threads = [.. sums.Select((_, i) => new Thread(() =>
        {
            for (int repeat = 0; repeat < 50; repeat++)
            {
                Workers.Run(3, lane =>
                {
                    Slice share = lane.Share(60);
                    Interlocked.Add(ref sums[i], share.Count);
                    lane.Barrier();
                });
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        sums.Should().OnlyContain(sum => sum == 50 * 60);
    }
}
