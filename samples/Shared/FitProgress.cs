using Spectre.Console;

namespace ResNet.Samples;

/// <summary>Shows how far a fit is: a bar on a terminal, a plain line now and then in a file or a pipe.</summary>
internal static class FitProgress
{
    /// <summary>Leaves room for the words in a terminal of 80 columns.</summary>
    private const int BarWidth = 20;

    /// <summary>Runs a fit and shows how far it is.</summary>
    /// <param name="fit">the fit, given whom to tell</param>
    public static T Follow<T>(Func<IProgress<TrainingProgress>, T> fit) => Terminal.IsLive
        ? AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new ProgressBarColumn { Width = BarWidth },
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ElapsedTimeColumn())
            .Start(context => fit(new FitBar(context.AddTask("training"))))
        : fit(new FitLines());
}
