namespace ResNet.Samples;

/// <summary>Shows how far a fit is: a table on a terminal, plain lines in a file or a pipe.</summary>
internal static class FitProgress
{
    /// <summary>Runs a fit and shows how far it is.</summary>
    /// <param name="fit">the fit, given whom to tell</param>
    public static T Follow<T>(Func<IProgress<TrainingProgress>, T> fit) => Terminal.IsLive ? FitTable.Follow(fit) : fit(new FitLines());
}
