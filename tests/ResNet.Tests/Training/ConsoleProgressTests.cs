using System.Globalization;
using FsCheck.Xunit;

namespace ResNet.Tests.Training;

/// <summary>A fit's progress in a file and on terminals of any width.</summary>
public sealed class ConsoleProgressTests : IDisposable
{
    private const int Batches = 4;

    private readonly Screen screen = new();
    private readonly ManualClock clock = new();

    public void Dispose() => screen.Dispose();

    [Fact]
    public void A_file_gets_a_line_for_each_epoch()
    {
        ConsoleProgress progress = Progress();
        for (int epoch = 1; epoch <= 3; epoch++) RunEpoch(progress, epoch, of: 3, lasting: 2.5);

        screen.Rows.Should().Equal(
            "epoch 1 of 3: loss 0.4123, validation loss 0.5, validation error 12.3 %, 1:23 left, 12,345 samples/s, rate 0.001",
            "epoch 2 of 3: loss 0.4123, validation loss 0.5, validation error 12.3 %, 1:23 left, 12,345 samples/s, rate 0.001",
            "epoch 3 of 3: loss 0.4123, validation loss 0.5, validation error 12.3 %, 1:23 left, 12,345 samples/s, rate 0.001",
            "");
    }

    [Fact]
    public void Of_short_epochs_one_in_two_seconds_gets_a_line_and_so_does_the_last()
    {
        ConsoleProgress progress = Progress();
        for (int epoch = 1; epoch <= 10; epoch++) RunEpoch(progress, epoch, of: 10, lasting: 0.8);
        screen.Rows.Select(row => row.Split(':')[0]).Should()
            .Equal("epoch 1 of 10", "epoch 4 of 10", "epoch 7 of 10", "epoch 10 of 10", "");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(80, false)]
    public void Nothing_is_rewritten_in_a_file_or_on_a_dumb_terminal(int columns, bool rewrites)
    {
        screen.Columns = columns;
        ConsoleProgress progress = Progress(rewrites);
        RunEpoch(progress, 1, of: 2, lasting: 3);
        Report(progress, Batch(2, 1, of: 2));
        progress.End();
        screen.Written.ToString().Should().StartWith("epoch 1 of 2: loss 0.4123").And.NotContain("\r").And.NotContain("\u001b");
        screen.Rows.Should().HaveCount(2);
    }

    [Fact]
    public void On_a_terminal_the_current_batch_is_one_line_below_the_epochs_that_are_done()
    {
        screen.Columns = 120;
        ConsoleProgress progress = Progress();
        RunEpoch(progress, 1, of: 2, lasting: 3);
        Report(progress, Batch(2, 1, of: 2));
        screen.Rows.Should().HaveCount(2);
        screen.Rows[^1].Should().Be("epoch 2 of 2, 25 %: loss 1.5, 1:23 left, 12,345 samples/s, rate 0.001");
        Report(progress, Batch(2, 2, of: 2) with { LearningRate = 0.1f, Loss = 2 });
        screen.Rows.Should().HaveCount(2);
        screen.Rows[^1].Should().Be("epoch 2 of 2, 50 %: loss 2, 1:23 left, 12,345 samples/s, rate 0.1");
    }

    [Fact]
    public void A_line_is_rewritten_at_most_ten_times_a_second()
    {
        screen.Columns = 80;
        ConsoleProgress progress = Progress();
        for (int batch = 1; batch < 1000; batch++)
        {
            progress.Report(Batch(1, batch, of: 1, batches: 1000));
            clock.Now += TimeSpan.FromMilliseconds(1);
        }

        screen.Seen.Should().HaveCount(10);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(10, "epoch 1")]
    [InlineData(40, "epoch 1 of 2: loss 0.4123")]
    [InlineData(80, "epoch 1 of 2: loss 0.4123, validation loss 0.5, validation error 12.3 %")]
    [InlineData(200, "epoch 1 of 2: loss 0.4123, validation loss 0.5, validation error 12.3 %, 1:23 left, 12,345 samples/s, rate 0.001")]
    public void What_does_not_fit_is_left_out_whole_from_the_right(int columns, string expected)
    {
        screen.Columns = columns;
        RunEpoch(Progress(), 1, of: 2, lasting: 3);
        screen.Rows[0].Should().Be(expected);
    }

    [Property]
    public void No_line_is_too_wide_and_none_ends_within_a_number_or_a_word(
        byte columns, short epochs, byte batches, double loss, long left)
    {
        (int last, int size) = (Math.Abs(epochs) + 1, batches + 1);
        string whole = Shown(0), part = Shown(columns);
        whole.Should().StartWith(part);
        whole[part.Length..].Should().MatchRegex(@"^($|, |: | of \d|epoch)");
        return;

        string Shown(int width)
        {
            var terminal = new Screen { Columns = width };
            TrainingProgress value = Batch(last, size, last, size) with { TimeLeft = new TimeSpan(Math.Abs(left % long.MaxValue)) };
            var result = new EpochResult(last, loss, null, new Evaluation(loss, 0.5), default);
            Progress(terminal).Report(value with { LastEpoch = result });
            return terminal.Rows[0];
        }
    }

    [Fact]
    public void A_terminal_may_become_narrower()
    {
        screen.Columns = 80;
        ConsoleProgress progress = Progress();
        Report(progress, Batch(1, 1, of: 2));
        screen.Columns = 20;
        Report(progress, Batch(1, 2, of: 2));
        screen.Rows[0][..19].TrimEnd().Should().Be("epoch 1 of 2, 50 %");
    }

    [Fact]
    public void Metrics_are_shown_in_one_line_whatever_their_names()
    {
        screen.Columns = 60;
        var result = new EpochResult(1, 0.5, 0.25, null, default)
        {
            Metrics = new Dictionary<string, double> { ["r2\tof\nall"] = -1.25, ["正確さの目安"] = 0.5 },
        };
        Progress().Report(Batch(1, Batches, of: 1) with { LastEpoch = result });
        screen.Rows.Should().Equal("epoch 1 of 1: loss 0.5, error 25.0 %, r2 of all -1.25", "");
        ProgressLine.Columns("正確さ").Should().Be(6);
    }

    [Fact]
    public void Numbers_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture, comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", "'");
        (comma.NumberFormat.PercentDecimalSeparator, comma.NumberFormat.NegativeSign) = (",", "−");
        try
        {
            CultureInfo.CurrentCulture = comma;
            A_file_gets_a_line_for_each_epoch();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void More_than_an_hour_is_told_in_hours()
    {
        screen.Columns = 200;
        ConsoleProgress progress = Progress();
        Report(progress, Batch(1, 1, of: 9) with { TimeLeft = new TimeSpan(49, 2, 3) });
        screen.Rows[0].Should().Contain(", 49:02:03 left,");
    }

    private static TrainingProgress Batch(int epoch, int batch, int of, int batches = Batches) => new(epoch, of, batch, batches, 1.5)
    {
        LearningRate = 0.001f,
        SamplesPerSecond = 12345.4,
        TimeLeft = TimeSpan.FromSeconds(83),
    };

    private ConsoleProgress Progress(bool rewrites = true) => new(screen, () => screen.Columns, rewrites, clock);

    private ConsoleProgress Progress(Screen on) => new(on, () => on.Columns, rewrites: true, clock);

    /// <summary>Reports, a while after what was reported before.</summary>
    private void Report(ConsoleProgress progress, TrainingProgress value)
    {
        clock.Now += TimeSpan.FromSeconds(0.2);
        progress.Report(value);
    }

    private void RunEpoch(ConsoleProgress progress, int epoch, int of, double lasting)
    {
        for (int batch = 1; batch < Batches; batch++) progress.Report(Batch(epoch, batch, of));
        clock.Now += TimeSpan.FromSeconds(lasting);
        var result = new EpochResult(epoch, 0.41234, 0.1, new Evaluation(0.5, 0.1234), TimeSpan.FromSeconds(lasting));
        progress.Report(Batch(epoch, Batches, of) with { LastEpoch = result });
    }
}
