using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResNet.Plotting;

/// <summary>
/// A figure of how much a model needs each of its columns: a bar for each, the longest at the top, with its deviation as a line.
/// </summary>
/// <example>
/// <code>
/// var columns = new[] { ("age", 0.041, 0.002), ("job", 0.013, 0.003), ("city", -0.001, 0.001) };
/// new ImportanceFigure(columns, "rise of the log loss where a column is shuffled").SavePng("importance.png");
/// </code>
/// </example>
public sealed class ImportanceFigure : Figure
{
    /// <summary>Those beyond, the least important ones, are counted in the title only.</summary>
    private const int MostBars = 40;

    private const int BarHeight = 28;
    private const int LongestName = 30;

    private readonly (string Name, double Mean, double Deviation)[] bars;
    private readonly string axis;
    private readonly int count;

    /// <summary>A figure of importances.</summary>
    /// <param name="importances">for each column its name, the mean and the deviation; in any order</param>
    /// <param name="axis">what is measured, the title of the axis</param>
    /// <exception cref="ArgumentNullException">an argument or a name is null.</exception>
    /// <exception cref="ArgumentException">there are no columns.</exception>
    public ImportanceFigure(IEnumerable<(string Name, double Mean, double Deviation)> importances, string axis)
        : this([.. importances ?? throw new ArgumentNullException(nameof(importances))], axis)
    {
    }

    private ImportanceFigure((string Name, double Mean, double Deviation)[] importances, string axis)
        : base(width: 1000, height: 160 + BarHeight * Math.Min(importances.Length, MostBars))
    {
        ArgumentNullException.ThrowIfNull(axis);
        if (importances.Length == 0) throw new ArgumentException("There are no columns.", nameof(importances));
        if (Array.Exists(importances, one => one.Name is null)) throw new ArgumentNullException(nameof(importances));
        this.axis = axis;
        count = importances.Length;
        bars = [.. importances.OrderByDescending(one => one.Mean).Take(MostBars)];
    }

    private protected override string Title => count > bars.Length
        ? $"Importance of columns (the first {bars.Length} of {count})"
        : "Importance of columns";

    private protected override IReadOnlyList<Panel> Panels()
    {
        Plot plot = NewPlot();
        StyleAxes(plot, axis, left: "");
        for (int place = 0; place < bars.Length; place++) Draw(plot, bars[place], place);

        var values = new ValueAxis(bars.SelectMany(bar => (double[])[0, bar.Mean - Spread(bar), bar.Mean + Spread(bar)]), mostSteps: 8);
        plot.Axes.SetLimits(values.From, values.To, 0.4 - bars.Length, 0.6);
        plot.Axes.Bottom.TickGenerator = new NumericManual(values.Ticks, values.Labels);
        string[] names = [.. bars.Select(bar => Shortened(bar.Name, LongestName))];
        plot.Axes.Left.TickGenerator = new NumericManual([.. bars.Select((_, place) => -(double)place)], names);
        plot.Axes.Left.TickLabelStyle.OffsetY = 0;
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        StyleTitle(plot);
        return [new Panel(plot, Height)];
    }

    private static void Draw(Plot plot, (string Name, double Mean, double Deviation) bar, int place)
    {
        if (!ValueAxis.CanDraw(bar.Mean)) return;
        var drawn = plot.Add.Bar(position: -place, value: bar.Mean);
        drawn.Horizontal = true;
        drawn.Color = blue;
        drawn.Bars[0].Size = 0.7;
        drawn.Bars[0].LineWidth = 0;
        if (Spread(bar) == 0) return;
        var line = plot.Add.Line(bar.Mean - bar.Deviation, -place, bar.Mean + bar.Deviation, -place);
        line.LineColor = ink;
        line.LineWidth = 2;
    }

    /// <summary>The deviation; 0 where it is no number, as of one repeat.</summary>
    private static double Spread((string Name, double Mean, double Deviation) bar) =>
        ValueAxis.CanDraw(bar.Deviation) ? bar.Deviation : 0;
}
