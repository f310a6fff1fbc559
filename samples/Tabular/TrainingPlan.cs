namespace ResNet.Samples;

/// <summary>How to train: the library's defaults except for these.</summary>
internal sealed record TrainingPlan(int Epochs, int Batch, float Rate, double Validation)
{
    private const float WeightDecay = 0.01f;

    public TrainerOptions For(Loss loss, int seed) => new()
    {
        Loss = loss,
        Optimizer = new AdamW(Rate) { WeightDecay = WeightDecay, DecayWeightsOnly = true },
        Epochs = Epochs,
        BatchSize = Batch,
        Seed = seed,
        EarlyStopping = Validation > 0 ? new EarlyStopping() : null,
    };
}
