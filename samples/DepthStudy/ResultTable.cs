using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The study as a table: one row for each depth and kind.</summary>
internal static class ResultTable
{
    public static Table Of(DepthStudyResult result)
    {
        var table = new Table
        {
            Border = TableBorder.Simple,
            Caption = new TableTitle("* at the edge of the grid · ( ) of all runs of that row, at every rate and initialization"),
        };
        foreach (string head in (string[])["depth", "kind", "median error", "min – max", "rate", "initialization", "dead", "diverged"])
        {
            table.AddColumn(new TableColumn(head) { NoWrap = true, Alignment = head is "kind" or "initialization" ? Justify.Left : Justify.Right });
        }

        foreach (DepthStudyPoint point in result.Points.OrderBy(point => point.Depth)) table.AddRow(Row(point));
        return table;
    }

    private static string[] Row(DepthStudyPoint point) =>
    [
        $"{point.Depth}",
        Words.Of(point.Kind),
        Percent(point.MedianError),
        $"{Percent(point.LowestError)} – {Percent(point.HighestError)}",
        $"{point.LearningRate}{(point.IsRateAtEdge ? "*" : " ")}",
        point.Kind == NetworkKind.Plain ? Words.Of(point.Initialization) : "he, zero branches",
        $"{point.Dead} ({point.DeadOfTried} of {point.Tried})",
        $"{point.Diverged} ({point.DivergedOfTried} of {point.Tried})",
    ];

    private static string Percent(double error) => $"{100 * error:0.0} %";
}
