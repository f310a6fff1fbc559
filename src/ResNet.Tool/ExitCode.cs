namespace ResNet.Tool;

/// <summary>How a command ended; README.md tells users.</summary>
internal enum ExitCode
{
    /// <summary>All is done.</summary>
    Done = 0,

    /// <summary>A defect of the tool.</summary>
    Defect = 1,

    /// <summary>An option, a file or its data are wrong, or a file cannot be read or written.</summary>
    Refused = 2,

    /// <summary>Training diverged; the model has the weights of the last epoch that left all of them finite.</summary>
    Diverged = 3,

    /// <summary>Ctrl+C, or a request to end, came before the end; what there was is kept.</summary>
    Interrupted = 130,
}
