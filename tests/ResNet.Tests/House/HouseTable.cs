namespace ResNet.Tests.House;

/// <summary>A room or package, what it is, and what it imports.</summary>
internal sealed record HouseRow(string Name, string About, IReadOnlyList<string> Imports)
{
    public override string ToString() =>
        $"| `{Name}` | {About} | {(Imports.Count == 0 ? HouseTable.Nothing : string.Join(", ", Imports.Select(name => $"`{name}`")))} |";
}

/// <summary>One of the two tables of docs/house.md: rows of a name, what it is, and what it imports, with commas between.</summary>
internal sealed class HouseTable
{
    public const string Nothing = "nothing";

    private static readonly string[] roomColumns = ["room", "what is in it", "imports"];
    private static readonly string[] packageColumns = ["package", "what it is for", "uses"];

    private HouseTable(IReadOnlyList<HouseRow> rows) => Rows = rows;

    public IReadOnlyList<HouseRow> Rows { get; }

    public IEnumerable<(string From, string To)> Arrows => Rows.SelectMany(row => row.Imports.Select(to => (row.Name, to)));

    public static HouseTable OfRooms(string plan) => Read(plan, roomColumns);

    public static HouseTable OfPackages(string plan) => Read(plan, packageColumns);

    private static HouseTable Read(string plan, string[] columns)
    {
        HouseRow[] rows =
        [
            .. plan.Split('\n').Select(Cells)
                .SkipWhile(cells => !cells.SequenceEqual(columns))
                .Skip(2)
                .TakeWhile(cells => cells.Length == columns.Length)
                .Select(cells => new HouseRow(cells[0].Trim('`'), cells[1], Names(cells[2]))),
        ];
        if (rows.Length == 0) throw new InvalidDataException($"docs/house.md has no table of {string.Join(" | ", columns)}.");
        if (rows.GroupBy(row => row.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"docs/house.md has two rows of {twice.Key}.");
        }

        return new HouseTable(rows);
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string[] Names(string cell) => cell is Nothing or "" ? [] : [.. cell.Split(',').Select(name => name.Trim().Trim('`'))];
}
