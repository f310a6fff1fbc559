namespace ResNet.Tabular;

/// <summary>What becomes of the few cells in a column of numbers or dates that are none.</summary>
public enum OddCells
{
    /// <summary>
    /// They are missing values in the rows that a model is fitted to, which is told as a doubt; in later rows they are refused.
    /// </summary>
    MissingInFit,

    /// <summary>They are missing values everywhere.</summary>
    Missing,

    /// <summary>They are refused everywhere.</summary>
    Refused,
}
