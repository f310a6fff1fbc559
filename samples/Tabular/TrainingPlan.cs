namespace ResNet.Samples;

/// <summary>How to train: as the library does by default, but for these.</summary>
internal sealed record TrainingPlan(int Epochs, int Batch, float Rate, double Held)
{
    private const float WeightDecay = 0.01f;

    public TrainerOptions For(Loss loss, int seed) => new()
    {
        Loss = loss,
        Optimizer = new AdamW(Rate) { WeightDecay = WeightDecay, DecayWeightsOnly = true },
        Epochs = Epochs,
        BatchSize = Batch,
        Seed = seed,
        EarlyStopping = Held > 0 ? new EarlyStopping() : null,
    };
}
