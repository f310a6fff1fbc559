using System.Text;

namespace ResNet.Tests.Training;

/// <summary>A terminal that knows nothing but new lines and the way back to the beginning of one, and refuses to wrap.</summary>
internal sealed class Screen : TextWriter
{
    private readonly List<StringBuilder> rows = [new()];
    private int column;

    public Screen() => NewLine = "\n";

    /// <summary>0 for no terminal, but a file.</summary>
    public int Columns { get; set; }

    public override Encoding Encoding => Encoding.UTF8;

    public StringBuilder Written { get; } = new();

    /// <summary>What was seen at any time in the last row.</summary>
    public List<string> Seen { get; } = [];

    public IReadOnlyList<string> Rows => [.. rows.Select(row => row.ToString().TrimEnd())];

    /// <summary>Whether what is written next begins an empty row.</summary>
    public bool IsAtNewRow => column == 0 && Rows[^1].Length == 0;

    public override void Write(string? value)
    {
        base.Write(value);
        if (!string.IsNullOrEmpty(value)) Seen.Add(Rows[^1]);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        foreach (char letter in buffer.AsSpan(index, count)) Write(letter);
    }

    public override void Write(char value)
    {
        Written.Append(value);
        if (value == '\n') rows.Add(new StringBuilder());
        if (value is '\r' or '\n') column = 0;
        else Put(value);
    }

    private void Put(char letter)
    {
        char.IsControl(letter).Should().BeFalse();
        if (Columns > 0) column.Should().BeLessThan(Columns - 1, "the last column stays empty");
        StringBuilder row = rows[^1];
        while (row.Length <= column) row.Append(' ');
        row[column++] = letter;
    }
}
