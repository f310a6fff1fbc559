namespace ResNet.Tests.Training.Schedules;

/// <summary>The factors of a schedule over a fit.</summary>
internal static class Timeline
{
    /// <summary>The factor before each step, with epochs that came to nothing worth telling.</summary>
    public static double[] FactorsOf(Schedule schedule, int epochs, int stepsPerEpoch) =>
    [
        .. Enumerable.Range(0, epochs * stepsPerEpoch).Select(step => schedule.Factor(
            new TrainingTime(step, stepsPerEpoch, epochs, [.. Enumerable.Repeat(Epoch(loss: 1), step / stepsPerEpoch)]))),
    ];

    /// <summary>The factor before each epoch of one step, with these epochs behind it at the end.</summary>
    public static double[] FactorsAfter(Schedule schedule, params EpochResult[] epochs) =>
    [
        .. Enumerable.Range(0, epochs.Length + 1).Select(epoch => schedule.Factor(
            new TrainingTime(epoch, StepsPerEpoch: 1, Epochs: epochs.Length + 1, epochs[..epoch]))),
    ];

    public static EpochResult Epoch(double loss, double? validationLoss = null) => new(
        1, loss, ErrorRate: null, validationLoss is { } value ? new Evaluation(value, ErrorRate: null) : null, TimeSpan.Zero);
}
