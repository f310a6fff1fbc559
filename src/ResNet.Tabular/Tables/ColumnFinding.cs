namespace ResNet.Tabular;

/// <summary>What was found out about a column.</summary>
/// <param name="Schema">what the column is taken for</param>
internal sealed record ColumnFinding(ColumnSchema Schema)
{
    /// <summary>What one could doubt about it, in words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>How many of its cells are odd, which count as missing.</summary>
    public int Odd { get; init; }

    /// <summary>Why the column cannot be used.</summary>
    public InvalidDataException? Refusal { get; init; }

    /// <summary>What the column is taken for if no other is left to learn from; null where that changes nothing.</summary>
    public ColumnSchema? Otherwise { get; init; }

    /// <summary>Whether it has few different whole numbers, which could be names as well.</summary>
    public bool HasFewIntegers { get; init; }
}
