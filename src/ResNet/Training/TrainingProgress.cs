namespace ResNet;

/// <summary>How far a fit is; reported after every batch, and after an epoch's last batch when the epoch's result is known.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Epochs">epochs in all</param>
/// <param name="Batch">the batch of the epoch just done, from 1</param>
/// <param name="Batches">batches in an epoch</param>
/// <param name="Loss">mean loss of that batch</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Batch, int Batches, double Loss)
{
    /// <summary>The learning rate of that batch's step.</summary>
    public float LearningRate { get; init; }

    /// <summary>Samples trained on per second, since the fit began.</summary>
    public double SamplesPerSecond { get; init; }

    /// <summary>
    /// The time left at this speed if all epochs are done, validation included, or until the time limit if that is sooner.
    /// </summary>
    public TimeSpan TimeLeft { get; init; }

    /// <summary>The last completed epoch's result, with its metrics; null in the first epoch before it ends.</summary>
    public EpochResult? LastEpoch { get; init; }
}
