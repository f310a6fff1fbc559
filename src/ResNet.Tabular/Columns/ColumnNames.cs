namespace ResNet.Tabular;

/// <summary>Names of columns that have none.</summary>
internal static class ColumnNames
{
    public static string Of(int column) => $"column {column + 1}";

    /// <summary>The names, made up where they are empty; none is made up twice or like another.</summary>
    public static string[] Filled(IReadOnlyList<string> names)
    {
        HashSet<string> taken = [.. names];
        string[] filled = [.. names];
        for (int column = 0; column < filled.Length; column++)
        {
            if (filled[column].Length > 0) continue;
            string name = Of(column);
            for (int again = 2; !taken.Add(name); again++) name = $"{Of(column)} ({again})";
            filled[column] = name;
        }

        return filled;
    }
}
