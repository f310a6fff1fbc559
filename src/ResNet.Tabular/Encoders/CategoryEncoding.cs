namespace ResNet.Tabular;

/// <summary>How categorical columns are encoded.</summary>
public enum CategoryEncoding
{
    /// <summary>
    /// One feature for each category of the training rows, 1 where the cell is that category and 0 elsewhere. An unknown category
    /// is all zeros.
    /// </summary>
    OneHot,

    /// <summary>
    /// One feature that holds the category's code: 1, 2, … in ordinal order, and 0 for an unknown category. The codes are not
    /// quantities: a network uses them to look up embeddings (<see cref="NetworkBuilder.AddEmbeddings"/>). A
    /// <see cref="TabularModel"/> learns an embedding for each of n codes, of width n/2 rounded up and at most 16.
    /// </summary>
    Codes,
}
