using System.Globalization;

namespace ResNet.Plotting;

/// <summary>An axis that follows its values, from the lowest to the highest with a small margin, and its ticks at round numbers.</summary>
internal sealed class ValueAxis
{
    /// <summary>Values that differ by a smaller share of the largest differ by rounding: their curve is flat.</summary>
    private const double Flat = 1e-5;

    /// <summary>Numbers are written out up to this length.</summary>
    private const int LongestNumber = 7;

    /// <summary>An axis of values.</summary>
    /// <param name="values">the values, those that cannot be drawn among them</param>
    /// <param name="mostSteps">how many steps from tick to tick there is room for</param>
    public ValueAxis(IEnumerable<double> values, int mostSteps)
    {
        double[] drawn = [.. values.Where(CanDraw)];
        (double lowest, double highest) = drawn.Length == 0 ? (0, 0) : (drawn.Min(), drawn.Max());
        double largest = Math.Max(Math.Abs(lowest), Math.Abs(highest));
        if (largest < 1e-300) (lowest, highest) = (0, 1);
        else if (highest - lowest < Flat * largest) (lowest, highest) = (lowest - 0.1 * largest, highest + 0.1 * largest);

        double margin = 0.05 * (highest - lowest);
        (From, To) = (lowest - margin, highest + margin);
        double step = RoundStep(To - From, Math.Max(3, mostSteps)); // a longer step could be in the span nowhere
        int first = (int)Math.Ceiling(From / step), count = (int)Math.Floor(To / step) - first + 1;
        int[] kept = [.. Enumerable.Range(0, count).Where(i => i % Math.Ceiling(count / (mostSteps + 1.0)) == 0)];
        Ticks = drawn.Length == 0 ? [] : [.. kept.Select(i => (first + i) * step)];
        Labels = LabelsOf(Ticks, step);
    }

    /// <summary>The axis' lower end.</summary>
    public double From { get; }

    /// <summary>The axis' upper end.</summary>
    public double To { get; }

    /// <summary>Where the ticks are; nowhere if no value can be drawn.</summary>
    public double[] Ticks { get; }

    /// <summary>A label for each tick.</summary>
    public string[] Labels { get; }

    /// <summary>Whether a value is a number, and not so large that the difference of two is none.</summary>
    public static bool CanDraw(double value) => Math.Abs(value) < 1e300;

    /// <summary>The smallest of 1, 2, 5, 10, 20, … and 0.5, 0.2, 0.1, … that is not more than a number of times in a span.</summary>
    public static double RoundStep(double span, int most)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(span / most)));
        return decade * (span / most / decade) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    /// <summary>
    /// Numbers, as short as they can be told apart: written out, or, where that is long, with one power of ten, as in 2.5e-6.
    /// </summary>
    private static string[] LabelsOf(double[] ticks, double step)
    {
        if (ticks.Length == 0) return [];
        int decade = Decade(step), power = Decade(Math.Max(step, ticks.Max(Math.Abs)));
        string[] plain = [.. ticks.Select(tick => Text(tick, "N", -decade))];
        string[] scaled = [.. ticks.Select(tick => tick == 0 ? "0" : $"{Text(tick / Math.Pow(10, power), "F", power - decade)}e{power}")];
        int length = plain.Max(label => label.Length);
        return length <= LongestNumber || length <= scaled.Max(label => label.Length) ? plain : scaled;
    }

    private static string Text(double number, string format, int decimals) =>
        number.ToString($"{format}{Math.Max(0, decimals)}", CultureInfo.InvariantCulture);

    /// <summary>The exponent of a number's first digit; a number that is hardly below a power of ten counts as that.</summary>
    private static int Decade(double number) => (int)Math.Floor(Math.Log10(number) + 1e-9);
}
