namespace ResNet.Samples;

/// <summary>Shows the progress of a fit: a table on a terminal, plain lines in a file or a pipe.</summary>
internal static class FitProgress
{
    /// <summary>Runs a fit and shows its progress.</summary>
    /// <param name="fit">runs the fit with the given progress receiver</param>
    public static T Follow<T>(Func<IProgress<TrainingProgress>, T> fit) => Terminal.IsLive ? FitTable.Follow(fit) : fit(new FitLines());
}
