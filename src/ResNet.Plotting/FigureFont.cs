using ScottPlot;
using SkiaSharp;

namespace ResNet.Plotting;

/// <summary>The font of the figures: one without serifs where the machine has one, since ScottPlot takes any.</summary>
internal static class FigureFont
{
    private static readonly string[] preferred = ["DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans"];

    public static string Name => Array.Find(preferred, SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Default;

    /// <summary>Whether there is any font; ScottPlot draws no text without one, and says nothing.</summary>
    public static bool IsThere => Fonts.GetTypeface(Name, bold: false, italic: false) is SKTypeface { GlyphCount: > 0 };
}
