using ResNet.Plotting;

namespace ResNet.Samples;

/// <summary>The folder that the results go to.</summary>
internal sealed class OutputFolder
{
    private readonly string path;

    private OutputFolder(string path) => this.path = path;

    /// <summary>Makes the folder and sees that it can be written to, before hours are spent on what could not be kept.</summary>
    /// <exception cref="IOException">the folder cannot be made or written to.</exception>
    public static OutputFolder Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            string trial = Path.Combine(path, $".{Path.GetRandomFileName()}");
            File.Create(trial, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"The output folder '{path}' cannot be written to: {exception.Message}", exception);
        }

        return new OutputFolder(path);
    }

    /// <summary>Writes the runs, the summary and the figure.</summary>
    public void Write(StudyRequest request, Dataset data, DepthStudyResult result)
    {
        CsvReport.Write(Path.Combine(path, "depth-study.csv"), result);
        JsonReport.Write(Path.Combine(path, "depth-study.json"), request, data, result);
        if (result.Points.Any(point => point.IsComplete)) Draw(result);
        else Console.WriteLine("No depth has all its runs: there is nothing to draw.");
        Console.WriteLine($"Written to {Path.Combine(path, "depth-study.*")}");
    }

    private void Draw(DepthStudyResult result)
    {
        if (!DepthStudyFigure.CanDrawText)
        {
            Console.WriteLine("This machine has no font, so the figure has no text. Install one, such as DejaVu Sans, and run again.");
        }

        var figure = new DepthStudyFigure(result);
        figure.SavePng(Path.Combine(path, "depth-study.png"));
        figure.SaveSvg(Path.Combine(path, "depth-study.svg"));
    }
}
