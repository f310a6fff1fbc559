namespace ResNet.Samples;

/// <summary>How to train: the task's defaults except for these.</summary>
internal sealed record TrainingPlan(int Epochs, int Batch, float Rate, double Validation)
{
    private const float WeightDecay = 0.01f;

    public TrainerOptions For(TrainerOptions defaults, int seed) => defaults with
    {
        Optimizer = new AdamW(Rate) { WeightDecay = WeightDecay, DecayWeightsOnly = true },
        Epochs = Epochs,
        BatchSize = Batch,
        Seed = seed,
        EarlyStopping = Validation > 0 ? defaults.EarlyStopping : null,
    };
}
