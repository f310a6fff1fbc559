namespace ResNet.Tests.House;

/// <summary>Where a table and what it describes differ: one line for each place, then the rows as they would have to be.</summary>
internal static class HouseReport
{
    /// <summary>Nothing where the table is exact.</summary>
    /// <param name="table">What docs/house.md says.</param>
    /// <param name="rooms">The rooms that there are.</param>
    /// <param name="references">What they use of one another.</param>
    public static IReadOnlyList<string> Of(HouseTable table, IReadOnlyCollection<string> rooms, IReadOnlyCollection<Reference> references)
    {
        (string From, string To)[] used = [.. references.Select(reference => (reference.Room, reference.Home)).Distinct()];
        string[] differences =
        [
            .. rooms.Except(table.Rows.Select(row => row.Name)).Select(room => $"{Shown(room)} has no row in the table"),
            .. table.Rows.Select(row => row.Name).Except(rooms).Select(room => $"the table has a row for {room}, which there is not"),
            .. Missing(references, used.Except(table.Arrows).ToHashSet()),
            .. table.Arrows.Except(used).Select(arrow => $"the table has {Way(arrow.From, arrow.To)}, which nothing uses"),
        ];
        return differences.Length == 0 ? [] : [.. differences, "rows as they would have to be:", .. Corrected(table, rooms, used)];
    }

    /// <summary>The types for which arrows are there, a line for each arrow.</summary>
    public static IEnumerable<string> Because(IEnumerable<(string From, string To)> arrows, IEnumerable<Reference> references) =>
        from arrow in arrows
        let names = references.Where(reference => (reference.Room, reference.Home) == arrow).Select(reference => reference.Name)
        select $"{Way(arrow.From, arrow.To)} because of {string.Join(", ", names.Distinct().Order(StringComparer.Ordinal))}";

    /// <summary>Rooms with arrows from each to the next.</summary>
    public static string Way(params string[] way) => string.Join(" → ", way.Select(Shown));

    /// <summary>One text with a line for each, of which a failing test shows all.</summary>
    public static string InLines(this IEnumerable<string> lines) => string.Concat(lines.Select(line => "\n" + line));

    private static IEnumerable<string> Missing(IEnumerable<Reference> references, HashSet<(string From, string To)> arrows) =>
        from reference in references
        where arrows.Contains((reference.Room, reference.Home))
        group reference.Line by (reference.Room, reference.Home, reference.File, reference.Name) into same
        orderby same.Key.Room, same.Key.Home, same.Key.File
        select $"{same.Key.File}:{string.Join(", ", same.Distinct())} uses {same.Key.Name} of {Shown(same.Key.Home)}; " +
            $"the table does not have {Way(same.Key.Room, same.Key.Home)}";

    /// <summary>The rows that change, in the order of the table; new ones come last.</summary>
    private static IEnumerable<string> Corrected(
        HouseTable table, IReadOnlyCollection<string> rooms, IReadOnlyCollection<(string From, string To)> used)
    {
        string[] order = [.. table.Rows.Select(row => row.Name).Intersect(rooms).Union(rooms)];
        return
            from room in order
            let row = table.Rows.FirstOrDefault(row => row.Name == room)
            let imports = order.Where(other => used.Contains((room, other))).ToArray()
            where row is null || !imports.ToHashSet().SetEquals(row.Imports)
            select new HouseRow(room, row?.About ?? "…", imports).ToString();
    }

    private static string Shown(string room) => room.Length == 0 ? "the package's own folder" : room;
}
