using System.Diagnostics;
using ResNet.Studies;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ResNet.Samples;

/// <summary>Progress on a terminal: a bar, the last finished run and the time left, counted down between reports.</summary>
internal sealed class LiveProgress(ProgressTask task) : IProgress<DepthStudyProgress>
{
    /// <summary>Leaves room for the text in a terminal of 80 columns.</summary>
    private const int BarWidth = 20;

    private readonly Stopwatch sinceReport = Stopwatch.StartNew();
    private TimeSpan? timeLeft;

    /// <summary>Runs the study with its progress on the terminal.</summary>
    public static DepthStudyResult Follow(DepthStudy study, Dataset data, CancellationToken cancellation)
    {
        var left = new TimeLeftColumn();
        return AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new ProgressBarColumn { Width = BarWidth },
                new TaskDescriptionColumn { Alignment = Justify.Left },
                left)
            .Start(context =>
            {
                left.Progress = new LiveProgress(context.AddTask("training the deepest networks first"));
                return study.Run(data, left.Progress, cancellation);
            });
    }

    public void Report(DepthStudyProgress value)
    {
        DepthStudyRun run = value.Run;
        task.Value = 100 * (value.Elapsed / (value.Elapsed + value.TimeLeft));
        task.Description =
            $"{value.Done} of {value.Total} runs · {run.Kind.ToString().ToLowerInvariant()}, {run.Depth} layers: {run.TrainingError:P1}";
        timeLeft = value.TimeLeft;
        sinceReport.Restart();
    }

    private string Left()
    {
        if (timeLeft is not { } estimate) return "estimating the time";
        TimeSpan left = estimate - sinceReport.Elapsed;
        return $"{Clock.Of(left > TimeSpan.Zero ? left : TimeSpan.Zero)} left";
    }

    private sealed class TimeLeftColumn : ProgressColumn
    {
        public LiveProgress? Progress { get; set; }

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Progress?.Left() ?? "");
    }
}
