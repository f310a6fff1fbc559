using System.Diagnostics;
using Spectre.Console;

namespace ResNet.Samples;

/// <summary>A fit's progress on a terminal: the latest epochs as rows, and the current one below them.</summary>
internal sealed class FitTable : IProgress<TrainingProgress>
{
    private const int LatestEpochs = 8;
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(0.1);
    private static readonly string[] columns = ["epoch", "loss", "validation", "accuracy", "rate", "samples/s", "left"];

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly LiveDisplayContext display;
    private readonly Queue<string[]> latest = [];
    private TimeSpan next;

    private FitTable(LiveDisplayContext display) => this.display = display;

    /// <summary>Runs a fit with its progress on the terminal.</summary>
    public static T Follow<T>(Func<IProgress<TrainingProgress>, T> fit) =>
        AnsiConsole.Live(new Text("training")).AutoClear(true).Start(display => fit(new FitTable(display)));

    public void Report(TrainingProgress value)
    {
        bool isEpoch = value.Batch == value.Batches;
        if (isEpoch)
        {
            latest.Enqueue(Done(value));
            if (latest.Count > LatestEpochs) latest.Dequeue();
        }

        if (!isEpoch && watch.Elapsed < next) return;
        next = watch.Elapsed + pause;
        display.UpdateTarget(Draw(value));
    }

    private Table Draw(TrainingProgress value)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (string column in columns) table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = Justify.Right });
        foreach (string[] row in latest) table.AddRow(row);
        if (value.Batch < value.Batches) table.AddRow(Current(value));
        return table;
    }

    private static string[] Done(TrainingProgress value)
    {
        EpochResult epoch = value.LastEpoch!;
        string validation = epoch.Validation is { } found ? $"{found.Loss:0.000}" : "–";
        string accuracy = epoch.Validation?.ErrorRate is { } error ? $"{1 - error:P1}" : "–";
        return [$"{value.Epoch} of {value.Epochs}", $"{epoch.Loss:0.000}", validation, accuracy, .. Speed(value)];
    }

    private static string[] Current(TrainingProgress value) =>
        [$"{value.Epoch} of {value.Epochs}", $"{value.Loss:0.000}", "", $"{(double)value.Batch / value.Batches:P0} done", .. Speed(value)];

    private static string[] Speed(TrainingProgress value) =>
        [$"{value.LearningRate:G2}", $"{value.SamplesPerSecond:N0}", Clock.Of(value.TimeLeft)];
}
