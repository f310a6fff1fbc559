namespace ResNet.Tabular;

/// <summary>How the cells of a column write numbers, or points in time as numbers.</summary>
internal abstract record CellFormat
{
    /// <summary>What a cell is, such as "a number".</summary>
    public abstract string Kind { get; }

    /// <summary>The number that a text says; false where it says none that a float can hold.</summary>
    public abstract bool TryParse(string text, out double value);

    /// <summary>The same for a text that may be no cell of a file: then an invariant number counts first.</summary>
    public virtual bool TryParse(string text, bool isByHand, out double value) => TryParse(text, out value);
}
