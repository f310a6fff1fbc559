using ResNet.Studies;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResNet.Plotting;

/// <summary>
/// A depth study as a picture: for each kind of network the median training error in percent over a logarithmic axis of
/// depths, with the range from the lowest to the highest error of the seeds. Where a study was cancelled, kinds and depths
/// with missing runs are left out.
/// </summary>
/// <example>
/// <code>
/// DepthStudyResult result = new DepthStudy(new DepthStudyOptions { Depths = [2, 8, 32] }).Run(data);
/// new DepthStudyFigure(result).SavePng("depth-study.png");
/// </code>
/// </example>
/// <param name="result">the study</param>
/// <exception cref="ArgumentNullException">the study is null.</exception>
public sealed class DepthStudyFigure(DepthStudyResult result) : Figure(width: 1000, height: 600)
{
    private readonly DepthStudyResult result = result ?? throw new ArgumentNullException(nameof(result));

    private IEnumerable<DepthStudyPoint> Drawn => result.Points.Where(point => point.IsComplete);

    private protected override string Title
    {
        get
        {
            DepthStudyOptions options = result.Options;
            string seeds = options.Seeds == 1 ? "one seed" : $"median and range of {options.Seeds} seeds";
            string what = result.WasCancelled
                ? $"interrupted after {result.Runs.Count} of about {result.PlannedRuns} runs"
                : $"width {options.Width}, {options.Epochs} epochs; {seeds}";
            return $"Training error against depth ({what})";
        }
    }

    private protected override IReadOnlyList<Panel> Panels()
    {
        Plot plot = NewPlot();
        foreach (NetworkKind kind in result.Options.Kinds) DrawKind(plot, kind);
        DrawAxes(plot);
        StyleTitle(plot);
        StyleLegend(plot);
        return [new Panel(plot, Height)];
    }

    private void DrawKind(Plot plot, NetworkKind kind)
    {
        DepthStudyPoint[] points = [.. Drawn.Where(point => point.Kind == kind)];
        if (points.Length == 0) return;

        double[] depths = [.. points.Select(Position)];
        double[] lowest = [.. points.Select(point => 100 * point.LowestError)];
        double[] highest = [.. points.Select(point => 100 * point.HighestError)];
        Color color = ColorOf(kind);
        var range = plot.Add.FillY(depths, lowest, highest);
        range.FillColor = color.WithAlpha(0.15);
        range.LineWidth = 0;

        for (int i = 0; i < points.Length; i++)
        {
            var whisker = plot.Add.Line(depths[i], lowest[i], depths[i], highest[i]);
            whisker.LineColor = color;
            whisker.LineWidth = 1.5f;
        }

        var median = plot.Add.Scatter(depths, points.Select(point => 100 * point.MedianError).ToArray(), color);
        median.LineWidth = 3;

        // where the two coincide, the square is visible behind the circle
        (median.MarkerShape, median.MarkerSize, median.LegendText) = kind == NetworkKind.Plain
            ? (MarkerShape.FilledSquare, 13, "plain network")
            : (MarkerShape.FilledCircle, 10, "residual network");
    }

    private void DrawAxes(Plot plot)
    {
        IReadOnlyList<int> depths = result.Options.Depths;
        double first = Math.Log2(depths[0]), last = Math.Log2(depths[^1]), margin = Math.Max(0.25, 0.04 * (last - first));
        double highest = 100 * Drawn.Select(point => point.HighestError).DefaultIfEmpty(1).Max();
        double top = Math.Clamp(10 * Math.Ceiling(highest / 10), 10, 100);
        plot.Axes.SetLimits(first - margin, last + margin, -0.03 * top, 1.03 * top);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. depths.Select(depth => Math.Log2(depth))], [.. depths.Select(depth => $"{depth}")]);
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(top > 20 ? 10 : 2);

        StyleAxes(plot, below: "number of layers", left: "training error in %");
    }

    /// <summary>A logarithmic axis: each doubling of the depth takes the same room.</summary>
    private static double Position(DepthStudyPoint point) => Math.Log2(point.Depth);

    private static Color ColorOf(NetworkKind kind) => kind == NetworkKind.Plain ? vermilion : blue;
}
