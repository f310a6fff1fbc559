using Spectre.Console;
using Spectre.Console.Rendering;

namespace ResNet.Samples;

/// <summary>A table of as many of its columns as the terminal has room for; the others are named below it.</summary>
internal sealed class TextTable(params (string Head, Justify Alignment)[] columns)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells);

    public void Print()
    {
        int shown = columns.Length;
        while (shown > 1 && WidthOf(Columns(shown)) > Terminal.Columns) shown--;
        AnsiConsole.Write(Columns(shown));
        if (shown < columns.Length)
        {
            Terminal.WriteLine($"(no room for {string.Join(", ", columns[shown..].Select(column => column.Head))})");
        }
    }

    private Table Columns(int count)
    {
        var table = new Table { Border = TableBorder.None };
        for (int i = 0; i < count; i++)
        {
            var padding = new Padding(0, 0, i + 1 < count ? 2 : 0, 0);
            table.AddColumn(new TableColumn(columns[i].Head) { NoWrap = true, Alignment = columns[i].Alignment, Padding = padding });
        }

        foreach (string[] row in rows) table.AddRow(row[..count].Select(cell => new Text(cell)));
        return table;
    }

    private static int WidthOf(IRenderable table) =>
        table.Measure(RenderOptions.Create(AnsiConsole.Console), int.MaxValue).Max;
}
