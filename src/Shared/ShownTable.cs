using System.Text;

namespace ResNet;

/// <summary>Rows in aligned columns, as many as fit into a line; then only <c>…</c>.</summary>
internal static class ShownTable
{
    private const string Gap = "  ";
    private const char More = '…';

    /// <param name="rows">the rows, the names of the columns first, all of the same length</param>
    /// <param name="toTheRight">whether columns are flush right, as numbers are</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows, bool toTheRight = false)
    {
        string[][] cells = [.. rows.Select(row => row.Select(Shown.Name).ToArray())];
        int[] widths = [.. cells[0].Select((_, column) => cells.Max(row => row[column].Length))];
        int shown = Fitting(widths);
        foreach (string[] row in cells)
        {
            var line = new StringBuilder().AppendJoin(
                Gap, row.Take(shown).Select((cell, column) => toTheRight ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])));
            if (shown < row.Length) line.Append(Gap).Append(More);
            yield return line.ToString().TrimEnd();
        }
    }

    /// <summary>How many columns fit.</summary>
    private static int Fitting(int[] widths)
    {
        int width = -Gap.Length, count = 0;
        while (count < widths.Length)
        {
            width += Gap.Length + widths[count];
            if (width > Shown.Width - (count == widths.Length - 1 ? 0 : Gap.Length + 1)) break;
            count++;
        }

        return count;
    }
}
