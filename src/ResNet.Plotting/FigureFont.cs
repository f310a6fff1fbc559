using ScottPlot;
using SkiaSharp;

namespace ResNet.Plotting;

/// <summary>The font of the figures: a sans-serif one if the machine has one.</summary>
internal static class FigureFont
{
    private static readonly string[] preferred = ["DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans"];

    public static string Name => Array.Find(preferred, SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Default;

    /// <summary>Whether there is any font; without one ScottPlot silently draws no text.</summary>
    public static bool IsThere => Fonts.GetTypeface(Name, bold: false, italic: false) is SKTypeface { GlyphCount: > 0 };

    /// <summary>How wide a text is, in pixels.</summary>
    public static float WidthOf(string text, float size)
    {
        using var font = new SKFont(Fonts.GetTypeface(Name, bold: false, italic: false), size);
        return font.MeasureText(text);
    }
}
