namespace ResNet.Tests.Training;

/// <summary>TrainingLoops of fits as trainers make them, for what goes through a stream instead of a folder.</summary>
internal static class TrainingLoops
{
    public static TrainingLoop Of(
        Network network,
        TrainerOptions options,
        Dataset training,
        Dataset? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default) =>
        new(network, options, new TrainingStep(network, training, options, new OptimizerState(network.Parameters, options.Optimizer)),
            training)
        {
            Validation = validation,
            Progress = progress,
            Cancellation = cancellation,
            Fingerprint = Fingerprint.Of(network, Fingerprint.Of(network), training, validation, options),
        };
}
