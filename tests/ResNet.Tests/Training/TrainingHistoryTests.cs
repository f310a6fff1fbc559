using System.Text.Json;

namespace ResNet.Tests.Training;

/// <summary>A history printed and as JSON; progress too.</summary>
public class TrainingHistoryTests
{
    [Fact]
    public void A_history_prints_its_epochs_why_it_ended_and_the_best()
    {
        var history = new TrainingHistory([Epoch(1), Epoch(2), Epoch(3)], StopReason.EarlyStopping)
        {
            BestEpoch = 2,
            Duration = TimeSpan.FromSeconds(12.34),
        };

        Lines(history).Should().Equal(
            "epoch   loss   error  val. loss  val. error  val. accuracy",
            "    1  1.000  50.0 %      2.000      60.0 %          0.500",
            "    2  0.500  25.0 %      1.000      30.0 %          0.500",
            "    3  0.333  16.7 %      0.667      20.0 %          0.500",
            "3 epochs in 12.3 s, stopped early; best epoch 2");
    }

    [Fact]
    public void A_long_history_shows_the_first_the_best_and_the_last_epochs()
    {
        string[] lines = Lines(Long(best: 120));

        lines.Select(line => line.TrimStart().Split(' ')[0]).Should().Equal("epoch", "1", "2", "…", "120", "…", "248", "249", "250", "250");
        lines[^1].Should().Be("250 epochs in 1:02:03, completed; best epoch 120");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(249)]
    [InlineData(247)]
    public void An_epoch_is_not_shown_twice_and_none_is_left_out_unseen(int best)
    {
        string[] first = [.. Lines(Long(best))[1..^1].Select(line => line.TrimStart().Split(' ')[0])];

        first.Where(number => number != "…").Should().OnlyHaveUniqueItems().And.Contain([$"{best}", "1", "250"]);
        for (int i = 1; i < first.Length; i++)
        {
            if (first[i - 1] != "…" && first[i] != "…") Number(first[i]).Should().Be(Number(first[i - 1]) + 1);
        }

        static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_history_of_one_epoch_or_none_prints_too()
    {
        Lines(new TrainingHistory([new EpochResult(1, double.NaN, null, null, TimeSpan.Zero)], StopReason.TimeLimit)).Should().Equal(
            "epoch  loss", "    1   NaN", "1 epoch in 0.0 s, ended by the time limit");
        Lines(new TrainingHistory([], StopReason.Cancelled)).Should().Equal("0 epochs in 0.0 s, cancelled");
        Lines(new TrainingHistory([], StopReason.Diverged) { Divergence = new Divergence(1, 2, "blocks.0.layers.0") }).Should().Equal(
            "0 epochs in 0.0 s, diverged",
            "The fit diverged in epoch 1, batch 2: the first values that are not finite are in blocks.0.layers.0.");
    }

    [Fact]
    public void A_history_without_validation_shows_metrics_of_training()
    {
        var metrics = new Dictionary<string, double> { ["rmse"] = 1234 };
        var history = new TrainingHistory([new EpochResult(1, 1, null, null, TimeSpan.Zero) { Metrics = metrics }], StopReason.Completed);
        Lines(history)[..2].Should().Equal("epoch   loss   rmse", "    1  1.000  1,234");
    }

    [Fact]
    public void A_history_prints_alike_on_every_machine_and_within_100_columns()
    {
        var metrics = Enumerable.Range(0, 20).ToDictionary(i => $"my\nown metric {i}{new string('x', i * 20)}", i => -1e9 / i);
        var validation = new Evaluation(double.PositiveInfinity, 1) { Metrics = metrics };
        EpochResult epoch = Epoch(1) with { Validation = validation, Metrics = metrics };
        foreach (EpochResult first in new[] { epoch, epoch with { Validation = null } })
        {
            var history = new TrainingHistory([first, Epoch(2) with { ErrorRate = null, Validation = null }], StopReason.Completed);
            Lines(history).Should().OnlyContain(line => line.Length <= 100).And.HaveCount(4);
            ForeignCulture.In(history.ToString).Should().Be(history.ToString());
        }
    }

    [Fact]
    public void A_history_is_written_as_JSON()
    {
        var epoch = new EpochResult(1, double.NaN, null, new Evaluation(double.NaN, null), TimeSpan.Zero);
        var history = new TrainingHistory([epoch], StopReason.Completed) { BestEpoch = 1 };
        foreach (JsonSerializerOptions options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            JsonSerializer.Serialize(history, options).Should().Contain("oss\":null").And.Contain("estEpoch\":1");
        }
    }

    [Fact]
    public void Progress_prints_where_a_fit_stands()
    {
        var progress = new TrainingProgress(3, 10, 5, 40, 0.3124)
        {
            SamplesPerSecond = 12_345,
            TimeLeft = TimeSpan.FromSeconds(80),
            LastEpoch = Epoch(2),
        };
        progress.ToString().Should().Be("epoch 3 of 10, batch 5 of 40: loss 0.312, 12,345 samples/s, 0:01:20 left");
        ForeignCulture.In(() => progress.ToString()).Should().Be(progress.ToString());
        default(TrainingProgress).ToString().Should().StartWith("epoch 0 of 0");
    }

    private static TrainingHistory Long(int best) => new([.. Enumerable.Range(1, 250).Select(Epoch)], StopReason.Completed)
    {
        BestEpoch = best,
        Duration = TimeSpan.FromSeconds(3723),
    };

    private static EpochResult Epoch(int number) => new(
        number, 1.0 / number, 0.5 / number,
        new Evaluation(2.0 / number, 0.6 / number) { Metrics = new Dictionary<string, double> { ["accuracy"] = 0.5 } }, TimeSpan.Zero);

    private static string[] Lines(TrainingHistory history) => history.ToString()!.Split(Environment.NewLine);
}
