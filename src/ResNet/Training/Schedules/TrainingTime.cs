namespace ResNet;

/// <summary>How far a fit is, as a schedule sees it before a step.</summary>
/// <param name="Step">steps done before, 0 at the first step of the fit</param>
/// <param name="StepsPerEpoch">steps in an epoch, at least 1</param>
/// <param name="Epochs">epochs that the fit was asked for</param>
/// <param name="Completed">the epochs completed so far</param>
public readonly record struct TrainingTime(int Step, int StepsPerEpoch, int Epochs, IReadOnlyList<EpochResult> Completed)
{
    /// <summary>Epochs done before, 0 in the first.</summary>
    public int Epoch => Step / StepsPerEpoch;

    /// <summary>Steps that the fit was asked for.</summary>
    public long Steps => (long)StepsPerEpoch * Epochs;
}
