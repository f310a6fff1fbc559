using System.Globalization;
using System.Text;

namespace ResNet;

/// <summary>How things are shown in the texts that users print: the same on every machine, in lines of at most 100 columns.</summary>
internal static class Shown
{
    /// <summary>The longest line.</summary>
    public const int Width = 100;

    /// <summary>Of longer names and cells only the beginning is shown.</summary>
    private const int LongestName = 30;

    /// <summary>A number with about three digits that count.</summary>
    public static string Number(double value)
    {
        string format = Math.Abs(value) switch
        {
            0 => "0",
            < 1e-4 or >= 1e7 => "0.##E+0",
            < 0.1 => "G3",
            < 10 => "F3",
            < 100 => "F2",
            < 1000 => "F1",
            _ => "N0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A share as a percentage, such as <c>8.1 %</c>.</summary>
    public static string Share(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    /// <summary>How many there are of something, such as <c>1,000 rows</c>.</summary>
    public static string Count(long count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several ?? $"{one}s")}");

    /// <summary>A time, such as <c>12.3 s</c> or <c>0:01:20</c>.</summary>
    public static string Time(TimeSpan time) => time < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s")
        : Clock(time);

    /// <summary>Hours, minutes and seconds, such as <c>0:01:20</c>.</summary>
    public static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{Math.Abs(time.Minutes):D2}:{Math.Abs(time.Seconds):D2}");

    /// <summary>A name on one line, cut where it is long: line breaks and other control characters become a space.</summary>
    public static string Name(string name)
    {
        var line = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
        {
            bool isSpace = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune);
            if (isSpace && (line.Length == 0 || line[^1] == ' ')) continue;
            if (line.Length + rune.Utf16SequenceLength > LongestName) return line.Append('…').ToString();
            if (isSpace) line.Append(' ');
            else line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>Items one after the other, as many as fit; then only <c>…</c>.</summary>
    public static string List(IEnumerable<string> items, int width = Width)
    {
        var list = new StringBuilder();
        foreach (string item in items)
        {
            if (list.Length + item.Length > width - ", , …".Length) return list.Append(list.Length > 0 ? ", …" : "…").ToString();
            list.Append(list.Length > 0 ? ", " : "").Append(item);
        }

        return list.ToString();
    }

    /// <summary>The text in lines, broken behind commas, semicolons and colons where it is too long for one.</summary>
    public static string Wrapped(string text) => Joined(Pieces(text.Replace(Environment.NewLine, " ")));

    /// <summary>A sentence in lines, broken between words where it is too long for one; of longer words the beginning is shown.</summary>
    public static string Sentence(string text)
    {
        string words = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return Joined(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Beginning));
    }

    /// <summary>A record by its members' names, as the compiler prints it, but whatever the culture, and with null by name.</summary>
    public static string Record(string name, Func<StringBuilder, bool> printMembers)
    {
        using var invariant = new InvariantCulture();
        var members = new StringBuilder();
        printMembers(members);
        members.Append(" }").Replace(" = , ", " = null, ").Replace(" =  }", " = null }");
        return $"{name} {{ {members}";
    }

    /// <summary>Pieces one after the other, in as many lines as they need.</summary>
    private static string Joined(IEnumerable<string> pieces)
    {
        var lines = new StringBuilder();
        int length = 0;
        foreach (string piece in pieces)
        {
            bool breaks = length > 0 && length + 1 + piece.Length > Width;
            if (length > 0) lines.Append(breaks ? Environment.NewLine : " ");
            lines.Append(piece);
            length = (breaks || length == 0 ? 0 : length + 1) + piece.Length;
        }

        return lines.ToString();
    }

    private static string Beginning(string word)
    {
        if (word.Length <= Width) return word;
        int most = Width - "…".Length;
        return $"{word[..(char.IsHighSurrogate(word[most - 1]) ? most - 1 : most)]}…";
    }

    private static IEnumerable<string> Pieces(string text)
    {
        int first = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] != ' ' || text[i - 1] is not (',' or ';' or ':')) continue;
            yield return text[first..i];
            first = i + 1;
        }

        yield return text[first..];
    }
}
