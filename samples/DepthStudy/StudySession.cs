using System.Runtime.InteropServices;
using Spectre.Console;

namespace ResNet.Samples;

/// <summary>One study from its data to its files.</summary>
internal static class StudySession
{
    /// <summary>Runs the study, or as much of it as Ctrl+C leaves, and writes all results.</summary>
    /// <returns>0</returns>
    public static int Run(StudyRequest request)
    {
        Dataset data = StudyData.Load(request.Data, request.Samples);
        var folder = OutputFolder.Create(request.Output);
        Announce(request, data);

        DepthStudyResult result = Study(request, data);
        ResultTable.Print(result);
        folder.Write(request, data, result);
        return 0;
    }

    private static DepthStudyResult Study(StudyRequest request, Dataset data)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var study = new DepthStudy(request.Options);
        bool isLive = AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;
        return isLive ? LiveProgress.Follow(study, data, stop.Token) : study.Run(data, new ProgressLines(), stop.Token);

        // the second signal ends the program at once
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private static void Announce(StudyRequest request, Dataset data)
    {
        DepthStudyOptions options = request.Options;
        Console.WriteLine(
            $"{data.Count} samples of {data.Features} features in {data.Classes} classes; width {options.Width}, " +
            $"{options.Epochs} epochs, batches of {options.BatchSize}, seeds 1 to {options.Seeds}.");
        if (options.Seeds < 3) Console.WriteLine("Fewer than 3 seeds: take the medians with a grain of salt.");
    }
}
