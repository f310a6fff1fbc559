namespace ResNet.Studies;

/// <summary>The progress of a depth study, reported after every run, one report at a time.</summary>
/// <param name="Done">finished runs</param>
/// <param name="Total">all runs</param>
/// <param name="Elapsed">time since the study began</param>
/// <param name="TimeLeft">the estimated time left, from the numbers of layers trained and still to train</param>
/// <param name="Run">the run that has just finished</param>
public sealed record DepthStudyProgress(int Done, int Total, TimeSpan Elapsed, TimeSpan TimeLeft, DepthStudyRun Run);
