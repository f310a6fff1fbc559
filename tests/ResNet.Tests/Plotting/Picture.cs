using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResNet.Plotting;

namespace ResNet.Tests.Plotting;

/// <summary>What can be seen in a figure: its SVG, read back.</summary>
internal sealed partial class Picture
{
    public const string Blue = "#0072B2";
    public const string Vermilion = "#D55E00";
    public const string Ink = "#333";

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private Picture(XDocument document) => Document = document;

    public XDocument Document { get; }

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<PanelPicture> Panels => [.. Document.Root!.Elements(Svg + "g").Select(panel => new PanelPicture(panel))];

    public IReadOnlyList<string> Texts => [.. Document.Descendants(Svg + "text").Select(text => text.Value.Trim())];

    public static Picture Of(Figure figure)
    {
        string path = Path.GetTempFileName();
        try
        {
            figure.SaveSvg(path);
            return new Picture(XDocument.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A panel of a figure of curves.</summary>
    public sealed partial class PanelPicture(XElement panel)
    {
        public IReadOnlyList<string> Texts => [.. panel.Descendants(Svg + "text").Select(text => text.Value.Trim())];

        /// <summary>
        /// The labels of the axis of values, which are the leftmost numbers: what they say, as text and number, and how high they stand.
        /// </summary>
        public IReadOnlyList<(string Text, double Value, double Y)> Ticks
        {
            get
            {
                var numbers = (
                    from text in panel.Descendants(Svg + "text")
                    let place = Translation().Match(text.Attribute("transform")?.Value ?? "")
                    where place.Success
                    let label = text.Value.Trim()
                    where double.TryParse(label, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)
                    select (label, Value: Number(label), X: Number(place.Groups[1].Value), Y: Number(place.Groups[2].Value))).ToArray();
                return [.. numbers.Where(one => one.X == numbers.Min(other => other.X)).Select(one => (one.label, one.Value, one.Y))];
            }
        }

        /// <summary>The points of the longest line of a color, in pixels; none if nothing is drawn in it.</summary>
        public IReadOnlyList<(double X, double Y)> Curve(string color) =>
            panel.Descendants(Svg + "path")
                .Where(path => path.Attribute("stroke")?.Value == color && path.Attribute("stroke-width")?.Value == "2.5")
                .Select(path => Points(path.Attribute("d")!.Value))
                .MaxBy(points => points.Length) ?? [];

        /// <summary>The values that a curve shows, as its heights and the labels of the axis tell.</summary>
        public IReadOnlyList<double> Values(string color)
        {
            (_, double low, double y) = Ticks.MinBy(tick => tick.Value);
            (_, double high, double yOfHigh) = Ticks.MaxBy(tick => tick.Value);
            return [.. Curve(color).Select(point => low + (point.Y - (y - LabelOffset)) * (high - low) / (yOfHigh - y))];
        }

        /// <summary>How much of the panel's height a curve takes.</summary>
        public double Share(string color) =>
            (Curve(color).Max(point => point.Y) - Curve(color).Min(point => point.Y)) / Height;

        private double Height
        {
            get
            {
                string clip = panel.Attribute("clip-path")!.Value["url(#".Length..^1];
                XElement place = panel.Document!.Descendants(Svg + "clipPath").Single(one => one.Attribute("id")!.Value == clip);
                return Number(place.Element(Svg + "rect")!.Attribute("height")!.Value);
            }
        }

        /// <summary>Labels are written this much below the lines they belong to.</summary>
        private const double LabelOffset = 4;

        private static (double X, double Y)[] Points(string path) =>
            [.. Point().Matches(path).Select(point => (Number(point.Groups[1].Value), Number(point.Groups[2].Value)))];

        private static double Number(string text) =>
            double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^translate\((\S+) (\S+)\)$")]
        private static partial Regex Translation();

        [GeneratedRegex(@"[ML](\S+?) ([^ML]+)")]
        private static partial Regex Point();
    }
}
