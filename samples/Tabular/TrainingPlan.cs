namespace ResNet.Samples;

/// <summary>How to train.</summary>
internal sealed record TrainingPlan(int Epochs, int Batch, float Rate)
{
    private const int Patience = 12;

    public TrainerOptions For(Loss loss, int seed) => new()
    {
        Loss = loss,
        Optimizer = new AdamW(Rate) { WeightDecay = 1e-4f },
        Epochs = Epochs,
        BatchSize = Batch,
        Seed = seed,
        EarlyStopping = new EarlyStopping { Patience = Patience },
    };
}
