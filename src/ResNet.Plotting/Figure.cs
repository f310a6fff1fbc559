using ScottPlot;
using SkiaSharp;

namespace ResNet.Plotting;

/// <summary>A figure of results: one or more panels from top to bottom, saved as PNG or SVG to a file or a stream.</summary>
/// <example>
/// <code>
/// Figure figure = new TrainingFigure(history) { Width = 800 };
/// figure.SavePng("training.png");
/// figure.SaveSvg(Console.OpenStandardOutput());
/// </code>
/// </example>
public abstract class Figure
{
    private protected static readonly Color ink = Color.FromHex("#333333");
    private protected static readonly Color rule = Color.FromHex("#E4E4E4");

    // two colors that can be distinguished with any color vision (Okabe and Ito 2008)
    private protected static readonly Color blue = Color.FromHex("#0072B2");
    private protected static readonly Color vermilion = Color.FromHex("#D55E00");

    private protected Figure(int width, int height)
    {
        Width = width;
        Height = height;
    }

    /// <summary>
    /// Whether this machine has a font to draw text with. Without one, figures are drawn with no title, labels or legend.
    /// </summary>
    public static bool CanDrawText => FigureFont.IsThere;

    /// <summary>Width in pixels; 1000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    public int Width { get; init => field = AtLeastOne(value, nameof(Width)); }

    /// <summary>Height in pixels; the default depends on the kind of figure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the height is below 1.</exception>
    public int Height { get; init => field = AtLeastOne(value, nameof(Height)); }

    private protected abstract string Title { get; }

    /// <summary>Saves the figure as PNG. If that is interrupted, the old file stays.</summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">the path is null or empty.</exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    public void SavePng(string path) => AtomicFile.Write(path, SavePng);

    /// <summary>Writes the figure as PNG to a stream, which need not be able to seek.</summary>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    public void SavePng(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(Width, Height));
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        png.SaveTo(stream);
    }

    /// <summary>
    /// Saves the figure as SVG, which has a title for readers who cannot see it and names other fonts for machines without this
    /// one's. If that is interrupted, the old file stays.
    /// </summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">the path is null or empty.</exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    public void SaveSvg(string path) => AtomicFile.Write(path, SaveSvg);

    /// <summary>Writes the figure as <see cref="SaveSvg(string)"/> does to a stream, which need not be able to seek.</summary>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    public void SaveSvg(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SvgPicture.Write(stream, Width, Height, Title, Draw);
    }

    /// <summary>The panels from top to bottom, together as high as the figure.</summary>
    private protected abstract IReadOnlyList<Panel> Panels();

    private protected static Plot NewPlot()
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        return plot;
    }

    /// <summary>Axes with their titles in the figures' style: a line below the data, horizontal grid lines behind it.</summary>
    private protected static void StyleAxes(Plot plot, string below, string left)
    {
        plot.XLabel(below, size: 17);
        plot.YLabel(left, size: 17);
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

    /// <summary>A name, of a longer one the beginning.</summary>
    private protected static string Shortened(string name, int longest) => name.Length <= longest ? name : $"{name[..(longest - 1)]}…";

    private protected void StyleTitle(Plot plot)
    {
        (string title, float size) = FigureFont.Fit(Title, room: Width - 100, largest: 18, smallest: 10);
        plot.Title(title, size);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = ink;
    }

    /// <summary>A legend above the data, where no line can run under it.</summary>
    private protected static void StyleLegend(Plot plot)
    {
        plot.ShowLegend(Edge.Top);
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
        plot.Legend.FontSize = 17;
        plot.Legend.FontColor = ink;
        plot.Legend.SymbolWidth = 36;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
    }

    private void Draw(SKCanvas canvas)
    {
        using var invariant = new InvariantCulture();
        canvas.Clear(SKColors.White);
        float top = 0;
        foreach (Panel panel in Panels())
        {
            using Plot plot = panel.Plot;
            var place = new PixelRect(0, Width, top + panel.Height, top);
            plot.Font.Set(FigureFont.Name);
            plot.RenderInMemory(Width, Math.Max(1, (int)panel.Height)); // the first rendering draws everything twice
            canvas.Save();
            canvas.ClipRect(place.ToSKRect()); // a plot paints outside its panel otherwise
            plot.Render(canvas, place);
            canvas.Restore();
            top += panel.Height;
        }
    }

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1 pixel.");

    /// <summary>A part of the figure over its whole width.</summary>
    /// <param name="Plot">what is drawn there</param>
    /// <param name="Height">its height in pixels</param>
    private protected readonly record struct Panel(Plot Plot, float Height);
}
