using ResNet.Plotting;
using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>The files of a study.</summary>
internal static class StudyFiles
{
    /// <summary>Writes the runs, the summary and the figure.</summary>
    public static void Write(OutputFolder folder, StudyRequest request, Dataset data, DepthStudyResult result)
    {
        CsvReport.Write(folder["depth-study.csv"], result);
        JsonReport.Write(folder["depth-study.json"], request, data, result);
        if (result.Points.Any(point => point.IsComplete)) Draw(folder, result);
        else Terminal.WriteLine("No depth has all its runs: there is nothing to draw.");
        Terminal.WriteLine($"Written to {folder["depth-study.*"]}");
    }

    private static void Draw(OutputFolder folder, DepthStudyResult result)
    {
        Pictures.WarnWithoutFont();
        Pictures.Save(folder, "depth-study", new DepthStudyFigure(result));
    }
}
