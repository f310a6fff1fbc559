using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResNet.Plotting;

/// <summary>
/// Training curves of a fit, by epoch: the loss; below it the error in percent and the metrics, or some of these; and at the
/// bottom, if it changes, the learning rate. Axes follow the curves, so that few begin at 0. A dashed line marks the epoch whose
/// weights early stopping restored. Training values are measured in the batches, before each step and with dropout, so that
/// validation can be better.
/// </summary>
/// <example>
/// <code>
/// var options = new TrainerOptions { Epochs = 20, Metrics = [Metric.MacroF1, Metric.RocAuc] };
/// TrainingHistory history = new Trainer(network, options).Fit(train, validation);
/// new TrainingFigure(history).SavePng("training.png");               // loss, error, macro f1 and roc auc
/// new TrainingFigure(history, "macro f1").SaveSvg("f1.svg");         // loss and macro f1
/// </code>
/// </example>
public sealed partial class TrainingFigure : Figure
{
    private const int HeightOfTitle = 102;
    private const int HeightOfEpochs = 48;
    private const int AboveCurves = 16;
    private const int BelowCurves = 12;
    private const float SizeOfTicks = 15;

    /// <summary>Up to this many points each has a marker; more would hide the lines.</summary>
    private const int MostMarkers = 40;

    private readonly TrainingHistory history;
    private readonly IReadOnlyList<Chart> charts;

    /// <summary>A figure of a fit.</summary>
    /// <param name="history">the fit</param>
    /// <param name="metrics">
    /// the names of the metrics to draw below the loss; none for the error, if the fit has one, and all metrics that were measured
    /// </param>
    /// <exception cref="ArgumentNullException">there is no history or no list.</exception>
    /// <exception cref="ArgumentException">the history has no epoch, or does not have a metric.</exception>
    public TrainingFigure(TrainingHistory history, params IReadOnlyList<string> metrics)
        : this(history, ChartsOf(history, metrics))
    {
    }

    private TrainingFigure(TrainingHistory history, IReadOnlyList<Chart> charts)
        : base(width: 1000, HeightOfTitle + charts.Sum(chart => chart.Height) + HeightOfEpochs)
    {
        this.history = history;
        this.charts = charts;
    }

    private protected override string Title
    {
        get
        {
            string count = history.Epochs.Count == 1 ? "1 epoch" : $"{history.Epochs.Count} epochs";
            return history.StopReason switch
            {
                StopReason.EarlyStopping => $"Training, stopped early after {count}",
                StopReason.TimeLimit => $"Training, out of time after {count}",
                StopReason.Cancelled => $"Training, interrupted after {count}",
                StopReason.Diverged => $"Training, diverged after {count}",
                _ => $"Training over {count}",
            };
        }
    }

    private int First => history.Epochs[0].Epoch;

    private int Last => history.Epochs[^1].Epoch;

    private protected override IReadOnlyList<Panel> Panels()
    {
        float frame = Math.Min(1, Height / 2f / (HeightOfTitle + HeightOfEpochs)); // of a small figure up to half
        float title = frame * HeightOfTitle, below = frame * HeightOfEpochs;
        float scale = (Height - title - below) / charts.Sum(chart => chart.Height);
        float[] heights = [.. charts.Select(chart => scale * chart.Height)];
        ValueAxis[] axes = [.. charts.Zip(heights, AxisOf)];
        float left = Math.Max(100, 45 + axes.SelectMany(axis => axis.Labels).Select(WidthOf).DefaultIfEmpty().Max());
        float right = Math.Max(24, WidthOf($"{Last}") / 2);

        List<Panel> panels = [];
        for (int i = 0; i < charts.Count; i++)
        {
            float above = i == 0 ? title : 0, under = i == charts.Count - 1 ? below : 0;
            Plot plot = Draw(charts[i], axes[i], heights[i]);
            plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = left; // so that the epochs of all charts are aligned
            plot.Axes.Right.MinimumSize = plot.Axes.Right.MaximumSize = right;
            plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = under + BelowCurves;
            panels.Add(new Panel(plot, above + heights[i] + under));
        }

        StyleTitle(panels[0].Plot);
        StyleLegend(panels[0].Plot);
        EpochsBelow(panels[^1].Plot, room: Width - left - right);
        return panels;
    }

    /// <summary>An axis with ticks that stand apart.</summary>
    private static ValueAxis AxisOf(Chart chart, float height) =>
        new(chart.Curves.SelectMany(curve => curve.Values), mostSteps: Math.Clamp((int)(height - AboveCurves - BelowCurves) / 22, 0, 7));

    private Plot Draw(Chart chart, ValueAxis axis, float height)
    {
        Plot plot = NewPlot();
        plot.HideLegend();
        foreach (Curve curve in chart.Curves) DrawCurve(plot, curve);
        MarkBest(plot);
        if (axis.Ticks.Length == 0) SayThatNothingIsDrawn(plot);

        double beside = Math.Max(0.5, 0.015 * (Last - First));
        plot.Axes.SetLimits(First - beside, Last + beside, axis.From, axis.To);
        (string name, float size) = FigureFont.Fit(chart.Name, room: height - 10, largest: 17, smallest: 12);
        StyleAxes(plot, below: "", name);
        plot.Axes.Left.Label.FontSize = size;
        plot.Axes.Left.TickGenerator = new NumericManual(axis.Ticks, axis.Labels);
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        return plot;
    }

    private void DrawCurve(Plot plot, Curve curve)
    {
        var points = history.Epochs.Zip(curve.Values).Where(point => ValueAxis.CanDraw(point.Second)).ToArray();
        var line = plot.Add.Scatter(
            points.Select(point => (double)point.First.Epoch).ToArray(), points.Select(point => point.Second).ToArray(), curve.Color);
        line.LineWidth = 2.5f;
        line.MarkerShape = curve.Marker;
        line.MarkerSize = points.Length <= MostMarkers ? 7 : 0;
        line.LegendText = curve.Name;
    }

    private void MarkBest(Plot plot)
    {
        if (history.BestEpoch is not { } best) return;
        var line = plot.Add.VerticalLine(best, width: 1.5f, ink, LinePattern.Dashed);
        line.LegendText = $"best epoch: {best}";
    }

    private static void SayThatNothingIsDrawn(Plot plot)
    {
        var text = plot.Add.Annotation("no values to draw", Alignment.MiddleCenter);
        text.LabelFontName = FigureFont.Name;
        text.LabelFontSize = SizeOfTicks;
        text.LabelFontColor = ink;
        text.LabelBackgroundColor = text.LabelShadowColor = text.LabelBorderColor = Colors.Transparent;
    }

    /// <summary>Round epochs, twelve at most, and the first where the next leaves room for it.</summary>
    private void EpochsBelow(Plot plot, float room)
    {
        plot.XLabel("epoch", size: 17);
        int most = Math.Clamp((int)(room / (WidthOf($"{Last}") + 24)), 2, 11);
        int step = (int)Math.Max(1, ValueAxis.RoundStep(Math.Max(1, Last - First), most));
        int next = (First / step + 1) * step;
        List<int> ticks = [.. Enumerable.Range(0, Math.Max(0, (Last - next) / step + 1)).Select(i => next + i * step)];
        if (4 * (next - First) >= 3 * step) ticks.Insert(0, First);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. ticks.Select(tick => (double)tick)], [.. ticks.Select(tick => $"{tick}")]);
    }

    private static float WidthOf(string label) => FigureFont.WidthOf(label, SizeOfTicks);
}
