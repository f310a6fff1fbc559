using System.Text;

namespace ResNet.Tabular;

/// <summary>
/// What the points in a column's numbers say of the decimal mark, where their texts are not kept: 83.123 could be 83123 beside decimal
/// commas, 83.12 could not.
/// </summary>
internal sealed class PointEvidence
{
    /// <summary>The first number that has only one meaning; else the first with a point; null where there is none.</summary>
    public string? Text { get; private set; }

    /// <summary>Where it stands among the column's cells.</summary>
    public int Row { get; private set; }

    /// <summary>Whether the point is a decimal point.</summary>
    public bool IsSure { get; private set; }

    /// <summary>Looks at a number.</summary>
    public void Add(ReadOnlySpan<byte> number, int row)
    {
        int point = IsSure ? -1 : number.IndexOf((byte)'.');
        if (point < 0) return;
        IsSure = !DividesThousands(number, point);
        if (!IsSure && Text is not null) return;
        Text = Encoding.UTF8.GetString(number);
        Row = row;
    }

    /// <summary>Whether three digits follow the point, and one to three stand before it that do not begin with 0.</summary>
    private static bool DividesThousands(ReadOnlySpan<byte> number, int point)
    {
        int first = number[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        return point - first is >= 1 and <= 3 && number[first] != '0' && number.Length - point == 4
            && !number[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
