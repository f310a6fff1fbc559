namespace ResNet;

/// <summary>
/// A fit's loss or weights stopped being finite. The network holds the weights of the last epoch's end, or the start, at
/// which all was finite. A smaller learning rate, clipping or normalization helps.
/// </summary>
#pragma warning disable CA1032 // what makes this exception useful are the epoch, the batch and the block
public sealed class DivergenceException : ArithmeticException
{
    internal DivergenceException(int epoch, int batch, string place, TrainingHistory history)
        : base($"The fit diverged in epoch {epoch}, batch {batch}: the first values that are not finite are in {place}. " +
            "The network holds the weights of the last epoch's end at which all was finite.")
    {
        Epoch = epoch;
        Batch = batch;
        Place = place;
        History = history;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The batch of that epoch, from 1.</summary>
    public int Batch { get; }

    /// <summary>The first place that broke, such as <c>blocks.3.layers.1</c>, or <c>loss</c>.</summary>
    public string Place { get; }

    /// <summary>The epochs before.</summary>
    public TrainingHistory History { get; }
}
