using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResNet.Plotting;

/// <summary>
/// A depth study as a picture: for each kind of network the median training error in percent over a logarithmic axis of
/// depths, with the range from the lowest to the highest error of the seeds. Where a study was cancelled, kinds and depths
/// with missing runs are left out.
/// </summary>
/// <param name="result">the study</param>
/// <exception cref="ArgumentNullException">there is no study.</exception>
public sealed class DepthStudyFigure(DepthStudyResult result)
{
    private static readonly Color ink = Color.FromHex("#333333");
    private static readonly Color rule = Color.FromHex("#E4E4E4");

    private readonly DepthStudyResult result = result ?? throw new ArgumentNullException(nameof(result));

    /// <summary>
    /// Whether this machine has a font to draw text with. Without one, figures are drawn with no title, labels or legend.
    /// </summary>
    public static bool CanDrawText => FigureFont.IsThere;

    private IEnumerable<DepthStudyPoint> Drawn => result.Points.Where(point => point.IsComplete);

    /// <summary>Width in pixels; 1000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    public int Width { get; init => field = AtLeastOne(value, nameof(Width)); } = 1000;

    /// <summary>Height in pixels; 600 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the height is below 1.</exception>
    public int Height { get; init => field = AtLeastOne(value, nameof(Height)); } = 600;

    /// <summary>Saves the figure as PNG.</summary>
    /// <param name="path">the file</param>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">the file may not be written.</exception>
    public void SavePng(string path)
    {
        using Plot plot = Draw();
        File.WriteAllBytes(path, plot.GetImageBytes(Width, Height, ImageFormat.Png));
    }

    /// <summary>Saves the figure as SVG.</summary>
    /// <param name="path">the file</param>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">the file may not be written.</exception>
    public void SaveSvg(string path)
    {
        using Plot plot = Draw();
        File.WriteAllText(path, plot.GetSvgXml(Width, Height));
    }

    private Plot Draw()
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        foreach (NetworkKind kind in result.Options.Kinds) DrawKind(plot, kind);
        DrawAxes(plot);
        DrawTitle(plot);
        plot.Font.Set(FigureFont.Name);
        return plot;
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

        // where the two agree, the square shows behind the circle
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

        plot.XLabel("number of layers", size: 17);
        plot.YLabel("training error in %", size: 17);
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = 15;
            axis.TickLabelStyle.OffsetY = 4; // level with the grid's lines
            axis.TickLabelStyle.ForeColor = axis.Label.ForeColor = ink;
            axis.Label.Bold = false;
            axis.FrameLineStyle.Color = axis.MajorTickStyle.Color = ink;
        }

        plot.Axes.Left.FrameLineStyle.IsVisible = plot.Axes.Right.FrameLineStyle.IsVisible = plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Left.MinimumSize = 80;
        plot.Axes.Left.Label.OffsetX = 8;
        plot.Axes.Bottom.MinimumSize = 60;
        plot.Axes.Right.MinimumSize = 24;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = rule;
    }

    private void DrawTitle(Plot plot)
    {
        DepthStudyOptions options = result.Options;
        string seeds = options.Seeds == 1 ? "one seed" : $"median and range of {options.Seeds} seeds";
        string what = result.WasCancelled
            ? $"interrupted after {result.Runs.Count} of {result.PlannedRuns} runs"
            : $"width {options.Width}, {options.Epochs} epochs; {seeds}";
        plot.Title($"Training error against depth ({what})", size: 18);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = ink;

        // above the data, where no line can run under it
        plot.ShowLegend(Edge.Top);
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.FontSize = 17;
        plot.Legend.FontColor = ink;
        plot.Legend.SymbolWidth = 36;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
    }

    /// <summary>A logarithmic axis: each doubling of the depth takes the same room.</summary>
    private static double Position(DepthStudyPoint point) => Math.Log2(point.Depth);

    /// <summary>Two colors that are told apart with any color vision (Okabe and Ito 2008).</summary>
    private static Color ColorOf(NetworkKind kind) => Color.FromHex(kind == NetworkKind.Plain ? "#D55E00" : "#0072B2");

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1 pixel.");
}
