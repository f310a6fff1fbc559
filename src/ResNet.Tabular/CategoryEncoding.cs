namespace ResNet.Tabular;

/// <summary>What becomes of a categorical column.</summary>
public enum CategoryEncoding
{
    /// <summary>
    /// One feature for each category of the training rows, 1 where the cell is that category and 0 elsewhere. A category
    /// unknown from training is all zeros.
    /// </summary>
    OneHot,

    /// <summary>
    /// One feature that holds the category's number, from 1 in ordinal order; 0 for a category unknown from training. For
    /// networks that look numbers up, see <see cref="TableEncoder.Codes"/>: as quantities these numbers mean nothing.
    /// </summary>
    Codes,
}
