namespace ResNet;

/// <summary>How far a fit is; reported after every batch.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Epochs">epochs in all</param>
/// <param name="Batch">the batch of the epoch just done, from 1</param>
/// <param name="Batches">batches in an epoch</param>
/// <param name="Loss">mean loss of that batch</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Batch, int Batches, double Loss);
