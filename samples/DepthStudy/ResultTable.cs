using ResNet.Studies;
using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The study as a table: one row for each depth and kind.</summary>
internal static class ResultTable
{
    private static readonly (string Head, Justify Alignment)[] columns =
    [
        ("depth", Justify.Right),
        ("kind", Justify.Left),
        ("median %", Justify.Right),
        ("min – max %", Justify.Right),
        ("rate", Justify.Left),
        ("weights", Justify.Left),
        ("dead", Justify.Right),
        ("diverged", Justify.Right),
    ];

    public static void Print(DepthStudyResult result)
    {
        var table = new TextTable(columns);
        foreach (DepthStudyPoint point in result.Points.OrderBy(point => point.Depth)) table.Add(Row(point));
        Terminal.WriteLine();
        Terminal.WriteLine("Training error after the last epoch, over the seeds");
        table.Print();
        Terminal.WriteLine();
        if (result.Points.Any(point => point.IsRateAtEdge))
        {
            Terminal.WriteLine("* the lowest or highest of --learning-rates: one beyond it might be better");
        }

        Terminal.WriteLine("dead, diverged: of all runs of the row, at the rates and initializations tried");
        if (result.WasCancelled)
        {
            Terminal.WriteLine("~ some runs of the row are missing, perhaps those at its best rate");
            Terminal.WriteLine($"Interrupted: results of {result.Runs.Count} of about {result.PlannedRuns} runs, the deepest first.");
        }
    }

    private static string[] Row(DepthStudyPoint point) =>
    [
        $"{point.Depth}",
        Words.Of(point.Kind),
        $"{(point.IsComplete ? "" : "~")}{100 * point.MedianError:0.0}",
        $"{100 * point.LowestError:0.0} – {100 * point.HighestError:0.0}",
        $"{point.LearningRate}{(point.IsRateAtEdge ? "*" : "")}",
        Words.Of(point.Initialization),
        $"{point.DeadOfTried}/{point.Tried}",
        $"{point.DivergedOfTried}/{point.Tried}",
    ];
}
