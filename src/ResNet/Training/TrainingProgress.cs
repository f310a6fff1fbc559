namespace ResNet;

/// <summary>The progress of a fit, reported after every batch; after an epoch's last batch, once the epoch's result is known.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Epochs">the total number of epochs</param>
/// <param name="Batch">the batch of the epoch that has just finished, from 1</param>
/// <param name="Batches">batches in an epoch</param>
/// <param name="Loss">mean loss of that batch</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Batch, int Batches, double Loss)
{
    /// <summary>The learning rate of that batch's step.</summary>
    public float LearningRate { get; init; }

    /// <summary>Training samples per second, since the fit began.</summary>
    public double SamplesPerSecond { get; init; }

    /// <summary>
    /// The estimated time left for all remaining epochs, validation included, or until the time limit if that is sooner.
    /// </summary>
    public TimeSpan TimeLeft { get; init; }

    /// <summary>The result of the last completed epoch, with its metrics; null before the first epoch has ended.</summary>
    public EpochResult? LastEpoch { get; init; }
}
