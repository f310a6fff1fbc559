using System.Diagnostics;
using ResNet.Studies;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ResNet.Samples;

/// <summary>Progress on a terminal, in one line: how many runs are done, the time left, counted down, and the last finished run.</summary>
internal sealed class LiveProgress : ProgressColumn, IProgress<DepthStudyProgress>
{
    private const int ColumnsBefore = 2; // the spinner and a space

    private readonly Stopwatch sinceReport = new();
    private DepthStudyProgress? last;

    /// <summary>Runs the study with its progress on the terminal.</summary>
    public static DepthStudyResult Follow(DepthStudy study, Dataset data, CancellationToken cancellation)
    {
        var progress = new LiveProgress();
        return AnsiConsole.Progress().AutoClear(true).Columns(new SpinnerColumn(), progress).Start(context =>
        {
            context.AddTask("study");
            return study.Run(data, progress, cancellation);
        });
    }

    public void Report(DepthStudyProgress value)
    {
        last = value;
        sinceReport.Restart();
    }

    /// <summary>As many pieces as there is room for: none is cut.</summary>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        string line = "";
        foreach (string piece in Pieces())
        {
            if (ColumnsBefore + line.Length + piece.Length >= options.ConsoleSize.Width) break;
            line += piece;
        }

        return new Text(line);
    }

    private string[] Pieces()
    {
        if (last is not { Run: var run } report) return ["training", " the deepest networks first"];
        TimeSpan left = report.TimeLeft - sinceReport.Elapsed;
        return
        [
            $"{report.Done} of ~{report.Total} runs",
            $", {Clock.Of(left > TimeSpan.Zero ? left : TimeSpan.Zero)} left",
            $", {Words.Of(run.Kind)}, {run.Depth} layers: {run.TrainingError:P1}",
        ];
    }
}
