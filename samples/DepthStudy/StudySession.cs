using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>One study from its data to its files.</summary>
internal static class StudySession
{
    /// <summary>Runs the study, until the end or Ctrl+C, and writes all results.</summary>
    /// <returns>0</returns>
    public static int Run(StudyRequest request)
    {
        Dataset data = StudyData.Load(request.Data, request.Samples);
        var folder = OutputFolder.Create(request.Output);
        Announce(request, data);

        DepthStudyResult result = Study(request, data);
        ResultTable.Print(result);
        StudyFiles.Write(folder, request, data, result);
        return 0;
    }

    private static DepthStudyResult Study(StudyRequest request, Dataset data)
    {
        using var interruption = new Interruption();
        var study = new DepthStudy(request.Options);
        return Terminal.IsLive
            ? LiveProgress.Follow(study, data, interruption.Token)
            : study.Run(data, new ProgressLines(), interruption.Token);
    }

    private static void Announce(StudyRequest request, Dataset data)
    {
        DepthStudyOptions options = request.Options;
        Terminal.WriteLine(
            $"{data.Count} samples of {data.Features} features in {data.Classes} classes; width {options.Width}, " +
            $"{options.Epochs} epochs, batches of {options.BatchSize}, seeds 1 to {options.Seeds}.");
        if (options.Seeds < 3) Terminal.WriteLine("Fewer than 3 seeds: the medians say little.");
    }
}
