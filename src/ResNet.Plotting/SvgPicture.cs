using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace ResNet.Plotting;

/// <summary>A drawing as SVG that scales, has a title and looks alike where the font is missing.</summary>
internal static class SvgPicture
{
    private static readonly XNamespace svg = "http://www.w3.org/2000/svg";

    /// <summary>The same bytes on every system.</summary>
    private static readonly XmlWriterSettings settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
    };

    public static void Write(Stream stream, int width, int height, string title, Action<SKCanvas> draw)
    {
        using var drawing = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), drawing)) draw(canvas);
        drawing.Position = 0;
        XDocument picture = XDocument.Load(drawing, LoadOptions.PreserveWhitespace);
        XElement root = picture.Root!;
        root.Add(
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("role", "img"));
        root.AddFirst(new XElement(svg + "title", title));
        foreach (XElement text in root.Descendants(svg + "text")) Mend(text);

        using var writer = XmlWriter.Create(stream, settings);
        picture.Save(writer);
    }

    /// <summary>Gives a text other fonts, and ends its lists of places without the comma for which some browsers refuse them.</summary>
    private static void Mend(XElement text)
    {
        if (text.Attribute("font-family") is { } font) font.Value = FigureFont.WithFallbacks(font.Value);
        foreach (XAttribute places in text.Attributes().Where(one => one.Name == "x" || one.Name == "y"))
        {
            places.Value = places.Value.TrimEnd(',', ' ');
        }
    }
}
