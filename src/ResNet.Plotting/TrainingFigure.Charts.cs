using ScottPlot;

namespace ResNet.Plotting;

public sealed partial class TrainingFigure
{
    private const int HeightOfRate = 150;

    /// <summary>What to draw, from top to bottom.</summary>
    private static List<Chart> ChartsOf(TrainingHistory history, IReadOnlyList<string> metrics)
    {
        string[] measured = MetricsOf(history, metrics);
        bool hasError = metrics.Count == 0 && history.Epochs.Any(epoch => epoch.ErrorRate is not null);
        IReadOnlyList<string> drawn = metrics.Count == 0 ? measured : metrics;
        int height = Math.Clamp(1200 / (1 + (hasError ? 1 : 0) + drawn.Count), 130, 280);

        List<Chart> charts = [Curves("loss", epoch => epoch.Loss, evaluation => evaluation.Loss)];
        if (hasError) charts.Add(Curves("error in %", epoch => 100 * epoch.ErrorRate, evaluation => 100 * evaluation.ErrorRate));
        charts.AddRange(
            drawn.Select(name => Curves(name, epoch => Value(epoch.Metrics, name), evaluation => Value(evaluation.Metrics, name))));
        double[] rates = [.. history.Epochs.Select(epoch => (double)epoch.LearningRate)];
        if (rates.Distinct().Count() > 1) charts.Add(new("learning rate", HeightOfRate, [new(rates, ink, MarkerShape.None, "")]));
        return charts;

        Chart Curves(string name, Func<EpochResult, double?> ofTraining, Func<Evaluation, double?> ofValidation)
        {
            List<Curve> curves = [new(ValuesOf(ofTraining), blue, MarkerShape.FilledCircle, "training")];
            if (history.Epochs.Any(epoch => epoch.Validation is not null))
            {
                double[] values = ValuesOf(epoch => epoch.Validation is { } evaluation ? ofValidation(evaluation) : null);
                curves.Add(new(values, vermilion, MarkerShape.FilledSquare, "validation"));
            }

            return new Chart(name, height, curves);
        }

        double[] ValuesOf(Func<EpochResult, double?> value) => [.. history.Epochs.Select(epoch => value(epoch) ?? double.NaN)];
    }

    /// <summary>The names of the metrics that a history has; refuses one without epochs or without one of those asked for.</summary>
    private static string[] MetricsOf(TrainingHistory history, IReadOnlyList<string> metrics)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(metrics);
        if (history.Epochs.Count == 0) throw new ArgumentException("The history has no epoch; there is nothing to draw.", nameof(history));

        string[] measured = [.. history.Epochs.SelectMany(epoch => epoch.Metrics.Keys).Distinct()];
        return metrics.Except(measured).ToArray() is [var missing, ..]
            ? throw new ArgumentException(
                $"The history has no metric '{missing}', only: {string.Join(", ", measured.DefaultIfEmpty("none"))}.", nameof(metrics))
            : measured;
    }

    private static double? Value(IReadOnlyDictionary<string, double> metrics, string name) =>
        metrics.TryGetValue(name, out double value) ? value : null;

    /// <summary>Curves over the same epochs that share an axis of values.</summary>
    /// <param name="Name">what the values are</param>
    /// <param name="Height">how high the chart is in pixels, in a figure of its default height</param>
    /// <param name="Curves">the curves</param>
    private sealed record Chart(string Name, int Height, IReadOnlyList<Curve> Curves);

    /// <summary>A value for each epoch, as a line.</summary>
    /// <param name="Values">the values; NaN where there is none</param>
    /// <param name="Color">the line's color</param>
    /// <param name="Marker">how points are marked where there are few</param>
    /// <param name="Name">what the legend says; empty for nothing</param>
    private sealed record Curve(double[] Values, Color Color, MarkerShape Marker, string Name);
}
