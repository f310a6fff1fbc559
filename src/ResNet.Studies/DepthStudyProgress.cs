namespace ResNet.Studies;

/// <summary>The progress of a depth study, reported after every run, one report at a time.</summary>
/// <param name="Done">finished runs</param>
/// <param name="Total">all runs; an estimate while searches for the best rate go on</param>
/// <param name="Elapsed">time since the study began</param>
/// <param name="TimeLeft">the estimated time left, from the numbers of layers trained and, by that estimate, still to train</param>
/// <param name="Run">the run that has just finished</param>
/// <remarks>
/// The thread that trained the run reports it and goes on afterwards. <see cref="Progress{T}"/> only posts reports, which are then
/// handled late and perhaps out of order, as <see cref="TrainingProgress"/> explains.
/// </remarks>
public sealed record DepthStudyProgress(int Done, int Total, TimeSpan Elapsed, TimeSpan TimeLeft, DepthStudyRun Run)
{
    /// <summary>How far the study is, and the run.</summary>
    public override string ToString() => $"{Done} of {Total} runs, {Shown.Clock(TimeLeft)} left; {Run}";
}
