using System.Text.Json;
using ResNet.Studies;

namespace ResNet.Tests.Studies;

/// <summary>A study's results as text and as JSON.</summary>
public class DepthStudyTextTests
{
    private static readonly DepthStudyOptions options =
        new() { Depths = [2], Kinds = [NetworkKind.Plain], LearningRates = [0.1f, 0.003f], Seeds = 1 };

    private static readonly DepthStudyRun good =
        new(NetworkKind.Plain, 2, Initialization.He, 0.003f, 1, 0.0812, 0.25, RunStatus.Ok, TimeSpan.Zero);

    private static readonly DepthStudyRun diverged =
        good with { LearningRate = 0.1f, TrainingError = 1, TrainingLoss = double.PositiveInfinity, Status = RunStatus.Diverged };

    private static readonly DepthStudyResult result = Result();

    [Fact]
    public void A_result_prints_a_line_for_each_kind_and_depth() => result.ToString().Split(Environment.NewLine).Should().Equal(
        "kind   layers  error  lowest  highest  learning rate  initialization  dead  diverged",
        "Plain  2       8.1 %  8.1 %   8.1 %    0.003*         He              0     0",
        "2 of 2 runs");

    [Fact]
    public void Runs_points_and_progress_print_in_a_line()
    {
        good.ToString().Should().Be("Plain, 2 layers, He, learning rate 0.003, seed 1: error 8.1 %, loss 0.250, Ok");
        diverged.ToString().Should().EndWith("loss Infinity, Diverged");
        result.Points[0].ToString().Should().Be("Plain, 2 layers: error 8.1 % (8.1 % to 8.1 %), learning rate 0.003, He");
        new DepthStudyProgress(3, 40, TimeSpan.Zero, TimeSpan.FromSeconds(80), good).ToString()
            .Should().Be($"3 of 40 runs, 0:01:20 left; {good}");
    }

    [Fact]
    public void They_print_alike_on_every_machine()
    {
        object[] all = [result, good, diverged, result.Points[0], new DepthStudy(options)];
        foreach (object printed in all) ForeignCulture.In(printed.ToString).Should().Be(printed.ToString());
    }

    [Fact]
    public void An_infinite_loss_is_null_in_JSON()
    {
        JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
            .Should().Contain("\"trainingLoss\":0.25").And.Contain("\"trainingLoss\":null");
        JsonSerializer.Serialize(new DepthStudyProgress(1, 2, default, default, diverged)).Should().Contain("\"TrainingLoss\":null");
    }

    private static DepthStudyResult Result()
    {
        var search = new RateSearch(NetworkKind.Plain, 2, Initialization.He, options);
        while (search.Wanted is [var wanted, ..]) search.Add(wanted.LearningRate == good.LearningRate ? good : diverged);
        return new DepthStudyResult(options, [search]);
    }
}
