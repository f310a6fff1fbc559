namespace ResNet.Studies;

/// <summary>How far a depth study is; reported after every run, one report at a time.</summary>
/// <param name="Done">runs finished</param>
/// <param name="Total">runs in all</param>
/// <param name="Elapsed">time since the study began</param>
/// <param name="TimeLeft">estimate of the time to the end, from the layers trained and to be trained</param>
/// <param name="Run">the run just finished</param>
public sealed record DepthStudyProgress(int Done, int Total, TimeSpan Elapsed, TimeSpan TimeLeft, DepthStudyRun Run);
