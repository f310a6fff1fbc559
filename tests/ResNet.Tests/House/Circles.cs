namespace ResNet.Tests.House;

/// <summary>Finds what imports itself by way of others.</summary>
internal static class Circles
{
    /// <summary>The shortest circle through each arrow that lies on one, each circle once: its rooms, the first also as the last.</summary>
    public static IEnumerable<string[]> In(IEnumerable<(string From, string To)> arrows)
    {
        ILookup<string, string> imports = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        return
            from start in imports
            from next in start
            let way = ShortestWay(imports, next, start.Key)
            where way is not null
            group way by string.Join(' ', way.Order(StringComparer.Ordinal)) into same
            let circle = same.First()
            orderby circle.Length
            select (string[])[circle[^1], .. circle];
    }

    public static IEnumerable<(string From, string To)> ArrowsOf(string[] circle) => circle.Zip(circle.Skip(1));

    /// <summary>The arrows from a room to a room that it lies in.</summary>
    public static IEnumerable<(string From, string To)> ToParents(IEnumerable<(string From, string To)> arrows) =>
        arrows.Where(arrow => arrow.From.StartsWith(arrow.To + "/", StringComparison.Ordinal));

    /// <summary>The arrows between the rooms of the top, with all that lies in them.</summary>
    public static IEnumerable<(string From, string To)> OfTops(IEnumerable<(string From, string To)> arrows) =>
        arrows.Select(arrow => (From: Top(arrow.From), To: Top(arrow.To))).Where(arrow => arrow.From != arrow.To).Distinct();

    private static string Top(string room) => room.Split('/')[0];

    private static string[]? ShortestWay(ILookup<string, string> imports, string start, string end)
    {
        var ways = new Queue<string[]>([[start]]);
        var seen = new HashSet<string> { start };
        while (ways.TryDequeue(out string[]? way))
        {
            if (way[^1] == end) return way;
            foreach (string next in imports[way[^1]].Where(seen.Add)) ways.Enqueue([.. way, next]);
        }

        return null;
    }
}
