using ResNet.Plotting;

namespace ResNet.Samples;

/// <summary>Saves figures.</summary>
internal static class Pictures
{
    /// <summary>Saves a figure as PNG and SVG.</summary>
    public static void Save(OutputFolder folder, string name, Figure figure)
    {
        figure.SavePng(folder[$"{name}.png"]);
        figure.SaveSvg(folder[$"{name}.svg"]);
    }

    /// <summary>Warns if the machine has no font.</summary>
    public static void WarnWithoutFont()
    {
        if (!Figure.CanDrawText)
        {
            Terminal.WriteLine("This machine has no font, so figures have no text. Install one, such as DejaVu Sans, and run again.");
        }
    }
}
