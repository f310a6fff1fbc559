using System.Globalization;

namespace ResNet.Benchmarks.Tables;

/// <summary>
/// A file of random rows, the same for the same number of them: 20 columns of numbers, 4 of categories and a label, in about 164 bytes a
/// row.
/// </summary>
internal static class TableFile
{
    public const int NumberColumns = 20;
    public const string Label = "bought";

    private const int Seed = 42;
    private const int LongestRow = 400;

    private static readonly byte[][][] names =
    [
        Names("Bern Cairo Dakar Delhi Lagos Lima Oslo Paris Quito Rome Seoul Tokyo"),
        Names("baker clerk cook driver farmer lawyer mason nurse pilot sailor tailor teacher"),
        Names("amber black blue brown green grey pink purple red silver white yellow"),
        Names("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    ];

    public static IReadOnlyList<string> CategoryColumns { get; } = ["city", "job", "color", "month"];

    /// <summary>Makes the file, under another name until it is whole.</summary>
    public static void Write(string path, int rows)
    {
        string unfinished = path + ".part";
        using (FileStream file = File.Create(unfinished, bufferSize: 1 << 20))
        {
            IEnumerable<string> numbers = Enumerable.Range(1, NumberColumns).Select(column => $"x{column}");
            file.Write(System.Text.Encoding.UTF8.GetBytes(string.Join(',', [.. numbers, .. CategoryColumns, Label]) + "\n"));
            var random = new Random(Seed);
            var row = new byte[LongestRow];
            for (int i = 0; i < rows; i++) file.Write(row, 0, WriteRow(row, random));
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The file's rows, its header not counted; to count them reads all of it, so that it is in memory afterwards.</summary>
    public static int CountRows(string path)
    {
        using FileStream file = File.OpenRead(path);
        var buffer = new byte[1 << 20];
        int lines = 0;
        while (file.Read(buffer) is var count and > 0) lines += buffer.AsSpan(0, count).Count((byte)'\n');
        return lines - 1;
    }

    /// <summary>The label is a sum of effects of numbers and categories, above or below 0, with some noise.</summary>
    private static int WriteRow(Span<byte> row, Random random)
    {
        int length = 0;
        double score = Bell(random);
        for (int column = 0; column < NumberColumns; column++)
        {
            (double value, string format) = (column % 5) switch
            {
                0 => (Bell(random), "F6"),                              // such as -0.172635
                1 => (100 + 900 * random.NextDouble(), "F4"),           // 481.3357
                2 => (100 + 900 * random.NextDouble(), "F3"),           // 739.104
                3 => (random.Next(18, 90), "F0"),
                _ => (random.Next(1925, 2025), "F0"),
            };
            value.TryFormat(row[length..], out int written, format, CultureInfo.InvariantCulture);
            length += written;
            row[length++] = (byte)',';
            if (column % 5 == 0) score += value;
            if (column % 5 == 3) score += (value - 53.5) / 40;
        }

        foreach (byte[][] column in names)
        {
            int category = random.Next(column.Length);
            length += Copy(column[category], row[length..]);
            row[length++] = (byte)',';
            score += category % 3 - 1;
        }

        length += Copy(score > 0 ? "yes\n"u8 : "no\n"u8, row[length..]);
        return length;
    }

    /// <summary>Bell-shaped around 0; of sums alone, which are the same bits everywhere.</summary>
    private static double Bell(Random random) => 2 * (random.NextDouble() + random.NextDouble() + random.NextDouble()) - 3;

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> row)
    {
        text.CopyTo(row);
        return text.Length;
    }

    private static byte[][] Names(string text) => [.. text.Split(' ').Select(System.Text.Encoding.UTF8.GetBytes)];
}
