using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace ResNet.Plotting;

/// <summary>The font of the figures: a sans-serif one if the machine has one.</summary>
internal static class FigureFont
{
    /// <summary>The first two have the same widths.</summary>
    private static readonly string[] preferred =
        ["DejaVu Sans", "Verdana", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans"];

    public static string Name => Array.Find(preferred, SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Default;

    /// <summary>A font and what to take on machines that do not have it, as CSS has it.</summary>
    public static string WithFallbacks(string font) =>
        string.Join(", ", [.. preferred.Prepend(font).Distinct().Select(name => $"'{name}'"), "sans-serif"]);

    /// <summary>Whether there is any font; without one ScottPlot silently draws no text.</summary>
    public static bool IsThere => Fonts.GetTypeface(Name, bold: false, italic: false) is SKTypeface { GlyphCount: > 0 };

    /// <summary>How wide a text is, in pixels.</summary>
    public static float WidthOf(string text, float size)
    {
        using var font = new SKFont(Fonts.GetTypeface(Name, bold: false, italic: false), size);
        return font.MeasureText(text);
    }

    /// <summary>Fits a text into a room in pixels: makes it smaller and, where that is not enough, cuts it.</summary>
    public static (string Text, float Size) Fit(string text, float room, float largest, float smallest)
    {
        float size = Math.Clamp(largest * room / Math.Max(1, WidthOf(text, largest)), smallest, largest);
        var characters = new StringInfo(text);
        for (int kept = characters.LengthInTextElements - 1; kept > 0 && size == smallest && WidthOf(text, size) > room; kept--)
        {
            text = $"{characters.SubstringByTextElements(0, kept)}…";
        }

        return (text, size);
    }
}
