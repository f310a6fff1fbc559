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
    /// One feature that holds the category's number, from 1 in ordinal order; 0 for a category unknown from training. As
    /// quantities these numbers mean nothing: a network looks them up (<see cref="NetworkBuilder.AddEmbeddings"/>). A
    /// <see cref="TabularModel"/> learns a vector for each of n numbers, half as wide as n and at most 16 wide.
    /// </summary>
    Codes,
}
