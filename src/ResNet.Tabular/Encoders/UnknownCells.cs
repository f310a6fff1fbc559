namespace ResNet.Tabular;

/// <summary>A text in rows to predict that means nothing to the model: an unknown category, or no number or date of its column.</summary>
/// <param name="Column">the column</param>
/// <param name="Text">the text</param>
/// <param name="Count">the number of cells that hold it</param>
/// <param name="Place">where it stands first, such as "rows.csv, line 7, column 2 (job)"</param>
/// <param name="Meaning">what it is for the model, such as "no category of the training rows"</param>
public sealed record UnknownCells(string Column, string Text, int Count, string Place, string Meaning)
{
    /// <summary>The place, the text and what it is.</summary>
    public override string ToString() => $"{Place}: '{Shown.Name(Text)}' is {Meaning}{(Count > 1 ? $" ({Count} cells)" : "")}";
}
