namespace ResNet;

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were done.</summary>
    Completed,

    /// <summary>What early stopping monitors had not improved for as many epochs as its patience.</summary>
    EarlyStopping,

    /// <summary>The time limit was reached.</summary>
    TimeLimit,

    /// <summary>The caller cancelled it.</summary>
    Cancelled,

    /// <summary>The loss, a weight or a prediction stopped being finite.</summary>
    Diverged,
}
