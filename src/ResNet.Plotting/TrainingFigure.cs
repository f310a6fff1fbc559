using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResNet.Plotting;

/// <summary>
/// Training curves of a fit, by epoch: the loss; below it the error in percent, or a chosen metric; and at the bottom, if it
/// changes, the learning rate. A dashed line marks the epoch whose weights early stopping restored. Training values are measured
/// in the batches, before each step and with dropout, so that validation can be better.
/// </summary>
public sealed class TrainingFigure : Figure
{
    private const int HeightOfTitle = 90;
    private const int HeightOfCurves = 280;
    private const int HeightOfRate = 150;
    private const int HeightOfEpochs = 60;

    /// <summary>Up to this many epochs each has a marker; more would hide the lines.</summary>
    private const int MostMarkers = 40;

    private readonly TrainingHistory history;
    private readonly string? metric;
    private readonly double[] epochs;

    /// <summary>A figure of a fit.</summary>
    /// <param name="history">the fit</param>
    /// <param name="metric">
    /// the metric to draw below the loss, by name; null for the error rate, if the fit has one
    /// </param>
    /// <exception cref="ArgumentNullException">the history is null.</exception>
    /// <exception cref="ArgumentException">the history has no epoch, or does not have the metric.</exception>
    public TrainingFigure(TrainingHistory history, string? metric = null)
        : base(width: 1000, HeightOf(history, metric))
    {
        this.history = history;
        this.metric = metric;
        epochs = [.. history.Epochs.Select(epoch => (double)epoch.Epoch)];
    }

    private protected override string Title
    {
        get
        {
            string count = epochs.Length == 1 ? "1 epoch" : $"{epochs.Length} epochs";
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

    private protected override IReadOnlyList<Panel> Panels()
    {
        List<Panel> panels = [Curves("loss", epoch => epoch.Loss, evaluation => evaluation.Loss)];
        if (metric is not null) panels.Add(Curves(metric, epoch => epoch.Metrics[metric], evaluation => evaluation.Metrics[metric]));
        else if (HasError(history)) panels.Add(Curves("error in %", epoch => 100 * epoch.ErrorRate, evaluation => 100 * evaluation.ErrorRate));
        if (HasRates(history)) panels.Add(Rates());

        foreach (Panel panel in panels) panel.Plot.HideLegend();
        StyleTitle(panels[0].Plot);
        StyleLegend(panels[0].Plot);
        panels[0] = panels[0] with { Height = panels[0].Height + HeightOfTitle };
        EpochsBelow(panels[^1].Plot);
        panels[^1] = panels[^1] with { Height = panels[^1].Height + HeightOfEpochs };

        float scale = Height / panels.Sum(panel => panel.Height);
        return [.. panels.Select(panel => panel with { Height = scale * panel.Height })];
    }

    private Panel Curves(string title, Func<EpochResult, double?> ofTraining, Func<Evaluation, double?> ofValidation)
    {
        Plot plot = NewPlot();
        double?[] training = [.. history.Epochs.Select(ofTraining)];
        double?[] validation = [.. history.Epochs.Select(epoch => epoch.Validation is { } found ? ofValidation(found) : null)];
        DrawCurve(plot, training, blue, MarkerShape.FilledCircle, "training");
        DrawCurve(plot, validation, vermilion, MarkerShape.FilledSquare, "validation");
        MarkBest(plot);
        SetAxes(plot, title, [.. training.Concat(validation).Where(IsDrawn).Select(value => value!.Value)]);
        return new Panel(plot, HeightOfCurves);
    }

    private Panel Rates()
    {
        Plot plot = NewPlot();
        double?[] rates = [.. history.Epochs.Select(epoch => (double?)epoch.LearningRate)];
        DrawCurve(plot, rates, ink, MarkerShape.None, name: null);
        SetAxes(plot, "learning rate", [.. rates.Select(rate => rate!.Value)]);
        return new Panel(plot, HeightOfRate);
    }

    private void DrawCurve(Plot plot, double?[] values, Color color, MarkerShape marker, string? name)
    {
        int[] drawn = [.. Enumerable.Range(0, values.Length).Where(i => IsDrawn(values[i]))];
        if (drawn.Length == 0) return;
        var curve = plot.Add.Scatter(drawn.Select(i => epochs[i]).ToArray(), drawn.Select(i => values[i]!.Value).ToArray(), color);
        curve.LineWidth = 2.5f;
        curve.MarkerShape = marker;
        curve.MarkerSize = epochs.Length <= MostMarkers ? 7 : 0;
        if (name is not null) curve.LegendText = name;
    }

    private void MarkBest(Plot plot)
    {
        if (history.BestEpoch is not { } best) return;
        var line = plot.Add.VerticalLine(best, width: 1.5f, ink, LinePattern.Dashed);
        line.LegendText = $"best epoch: {best}";
    }

    /// <summary>A panel's axes: the values from 0, or from the lowest where some are negative; epochs without labels.</summary>
    private void SetAxes(Plot plot, string title, double[] values)
    {
        double lowest = values.Append(0).Min(), highest = values.Append(lowest + 1e-6).Max(), margin = 0.05 * (highest - lowest);
        double beside = Math.Max(0.5, 0.015 * (epochs[^1] - epochs[0]));
        plot.Axes.SetLimits(epochs[0] - beside, epochs[^1] + beside, lowest - margin, highest + margin);
        StyleAxes(plot, below: "", title);
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = 100; // so that the epochs of all panels are aligned
        plot.Axes.Right.MinimumSize = plot.Axes.Right.MaximumSize = 24;
        plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = 12;
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Bottom.TickGenerator = new NumericManual();
    }

    private void EpochsBelow(Plot plot)
    {
        plot.XLabel("epoch", size: 17);
        plot.Axes.Bottom.MinimumSize = plot.Axes.Bottom.MaximumSize = HeightOfEpochs;
        double[] ticks = [.. EpochTicks((int)epochs[0], (int)epochs[^1])];
        plot.Axes.Bottom.TickGenerator = new NumericManual(ticks, [.. ticks.Select(tick => $"{tick}")]);
    }

    /// <summary>Round epochs, twelve at most, and the first where the next leaves room for it.</summary>
    private static IEnumerable<double> EpochTicks(int first, int last)
    {
        int step = 1;
        for (int i = 0; (last - first) / step > 11; i++) step = i % 3 == 1 ? step / 2 * 5 : 2 * step; // 1, 2, 5, 10, …
        int next = (first / step + 1) * step;
        if (4 * (next - first) >= 3 * step) yield return first;
        for (int epoch = next; epoch <= last; epoch += step) yield return epoch;
    }

    private static int HeightOf(TrainingHistory history, string? metric)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0) throw new ArgumentException("The history has no epoch; there is nothing to draw.", nameof(history));
        if (metric is not null && !history.Epochs.All(epoch => HasMetric(epoch, metric)))
        {
            throw new ArgumentException(
                $"The history has no metric '{metric}', only: {string.Join(", ", history.Epochs[0].Metrics.Keys.DefaultIfEmpty("none"))}.", nameof(metric));
        }

        int second = metric is not null || HasError(history) ? HeightOfCurves : 0;
        return HeightOfTitle + HeightOfCurves + second + (HasRates(history) ? HeightOfRate : 0) + HeightOfEpochs;
    }

    private static bool HasMetric(EpochResult epoch, string metric) =>
        epoch.Metrics.ContainsKey(metric) && epoch.Validation?.Metrics.ContainsKey(metric) != false;

    private static bool HasError(TrainingHistory history) => history.Epochs.Any(epoch => epoch.ErrorRate is not null);

    private static bool HasRates(TrainingHistory history) =>
        history.Epochs.Any(epoch => epoch.LearningRate != history.Epochs[0].LearningRate);

    private static bool IsDrawn(double? value) => value is { } number && double.IsFinite(number);
}
