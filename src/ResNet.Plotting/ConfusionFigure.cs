using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResNet.Plotting;

/// <summary>
/// A figure of a confusion matrix: labels in rows, predictions in columns, and the number of samples in every cell that is not
/// empty and has room for it. Each cell is shaded by its share of its row, so that a large class does not hide a small one.
/// </summary>
/// <example>
/// <code>
/// ConfusionMatrix matrix = ConfusionMatrix.Of(new Predictions(network.Predict(test.Inputs), test));
/// new ConfusionFigure(matrix, ["bag", "coat", "shirt"]).SavePng("confusion.png");
/// </code>
/// </example>
public sealed class ConfusionFigure : Figure
{
    private const float SmallestNumber = 9;
    private const float LargestNumber = 17;
    private const float LargestName = 15;

    /// <summary>Longer names are truncated.</summary>
    private const int LongestName = 24;

    private static readonly ScottPlot.Colormaps.CustomInterpolated hues = new(
        [Colors.White, Color.FromHex("#C6DDEE"), Color.FromHex("#5BA3CF"), blue, Color.FromHex("#003B66")]);

    /// <summary>By the square root of the share, so that confusions of a few percent are visible.</summary>
    private static readonly ScottPlot.Colormaps.CustomInterpolated shades = new(
        [.. Enumerable.Range(0, 101).Select(percent => hues.GetColor(Math.Sqrt(percent / 100.0)))]);

    private readonly ConfusionMatrix matrix;
    private readonly string[] names;

    /// <summary>A figure of a confusion matrix.</summary>
    /// <param name="matrix">samples by label and prediction</param>
    /// <param name="classNames">a name for each class</param>
    /// <exception cref="ArgumentNullException">an argument is null.</exception>
    /// <exception cref="ArgumentException">there are not as many names as classes.</exception>
    public ConfusionFigure(ConfusionMatrix matrix, IReadOnlyList<string> classNames)
        : base(width: 1000, height: 900)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(classNames);
        if (classNames.Count != matrix.Classes)
        {
            throw new ArgumentException($"There are {matrix.Classes} classes, but {classNames.Count} names.", nameof(classNames));
        }

        this.matrix = matrix;
        names = [.. classNames.Select(name => Shortened(name, LongestName))];
    }

    private int Classes => matrix.Classes;

    private protected override string Title => string.Create(
        CultureInfo.InvariantCulture, $"Confusion matrix ({matrix.Count:N0} samples, {100 * matrix.Accuracy:0.0} % right)");

    private protected override IReadOnlyList<Panel> Panels()
    {
        Plot plot = NewPlot();
        float side = LayOut(plot);
        DrawCells(plot);
        DrawNumbers(plot, side);
        StyleTitle(plot);
        return [new Panel(plot, Height)];
    }

    /// <summary>Makes the cells square, with room for the names beside and below them; returns a cell's side in pixels.</summary>
    private float LayOut(Plot plot)
    {
        const float top = 60, right = 130, title = 50, line = 30;
        float widest = names.Max(name => FigureFont.WidthOf(name, LargestName));
        float left = title + widest + 10;
        float side = Side(title + line);
        bool mustTurn = widest > 0.95f * side;
        if (mustTurn) side = Side(title + 0.8f * widest);
        float beside = Math.Max(0, Width - left - right - side * Classes) / 2;
        var room = new PixelPadding(left + beside, right + beside, Height - top - side * Classes, top);
        plot.Layout.Fixed(room);
        DrawAxes(plot, mustTurn ? 0.8f * side : side);
        plot.Axes.Left.MinimumSize = left;
        plot.Axes.Bottom.MinimumSize = title + (mustTurn ? 0.8f * widest : line);
        plot.Axes.Bottom.TickLabelStyle.Rotation = mustTurn ? -45 : 0;
        plot.Axes.Bottom.TickLabelStyle.Alignment = mustTurn ? Alignment.MiddleRight : Alignment.UpperCenter;
        return side;

        float Side(float bottom) => Math.Max(1, Math.Min(Width - left - right, Height - top - bottom) / Classes);
    }

    private void DrawCells(Plot plot)
    {
        var shares = new double[Classes, Classes];
        for (int label = 0; label < Classes; label++)
        {
            for (int predicted = 0; predicted < Classes; predicted++) shares[label, predicted] = 100 * Share(label, predicted);
        }

        var cells = plot.Add.Heatmap(shares);
        cells.Colormap = shades;
        cells.ManualRange = new ScottPlot.Range(0, 100);
        cells.RenderStrategy = new ScottPlot.Plottables.Heatmap.RenderStrategies.Rectangles();
        var bar = plot.Add.ColorBar(cells);
        bar.Label = "share of the label's samples in %";
        bar.LabelStyle.ForeColor = bar.Axis.TickLabelStyle.ForeColor = bar.Axis.MajorTickStyle.Color = ink;
        bar.LabelStyle.FontName = bar.Axis.TickLabelStyle.FontName = FigureFont.Name; // a plot does not pass its font on
        bar.LabelStyle.Bold = false;
        bar.LabelStyle.FontSize = 17;
        bar.Axis.TickLabelStyle.FontSize = 15;
        bar.Axis.TickGenerator = new NumericFixedInterval(20);
        bar.Axis.FrameLineStyle.IsVisible = false;
    }

    private void DrawNumbers(Plot plot, float side)
    {
        int largest = Enumerable.Range(0, Classes).Max(label => Enumerable.Range(0, Classes).Max(predicted => matrix[label, predicted]));
        float size = Math.Min(LargestNumber, 0.85f * side / FigureFont.WidthOf(Number(largest), size: 1));
        if (size < SmallestNumber) return;
        for (int label = 0; label < Classes; label++)
        {
            for (int predicted = 0; predicted < Classes; predicted++)
            {
                if (matrix[label, predicted] == 0) continue;
                var number = plot.Add.Text(Number(matrix[label, predicted]), predicted, Classes - 1 - label);
                number.LabelFontName = FigureFont.Name;
                number.LabelFontSize = size;
                number.LabelAlignment = Alignment.MiddleCenter;
                number.LabelFontColor = Share(label, predicted) > 0.5 ? Colors.White : Colors.Black;
            }
        }
    }

    /// <summary>Axes with as many names as there is room for.</summary>
    /// <param name="plot">the plot</param>
    /// <param name="room">the distance between names, in pixels</param>
    private void DrawAxes(Plot plot, float room)
    {
        StyleAxes(plot, below: "prediction", left: "label");
        plot.Axes.SetLimits(-0.5, Classes - 0.5, -0.5, Classes - 0.5);
        int step = (int)Math.Ceiling(SmallestNumber / room);
        int[] named = [.. Enumerable.Range(0, Classes).Where(one => one % step == 0)];
        string[] labels = [.. named.Select(one => names[one])];
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. named.Select(one => (double)one)], labels);
        plot.Axes.Left.TickGenerator = new NumericManual([.. named.Select(one => Classes - 1.0 - one)], labels);
        plot.Axes.Left.TickLabelStyle.FontSize = plot.Axes.Bottom.TickLabelStyle.FontSize =
            Math.Clamp(0.75f * step * room, SmallestNumber, LargestName);
        plot.Axes.Left.TickLabelStyle.OffsetY = 0; // level with the numbers
        plot.Axes.Bottom.FrameLineStyle.IsVisible = false;
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.DataBorder.Color = rule;
        plot.DataBorder.Width = 1;
    }

    private double Share(int label, int predicted)
    {
        long inRow = Enumerable.Range(0, Classes).Sum(other => (long)matrix[label, other]);
        return inRow == 0 ? 0 : (double)matrix[label, predicted] / inRow;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
