namespace ResNet.Studies;

/// <summary>How a run of a study ended.</summary>
public enum RunStatus
{
    /// <summary>Trained, and the output depends on the sample.</summary>
    Ok,

    /// <summary>Trained, but the output is the same for all samples: the input no longer has any effect.</summary>
    Dead,

    /// <summary>The loss or a weight stopped being finite. The run's error counts as 1 and its loss as infinite.</summary>
    Diverged,
}
