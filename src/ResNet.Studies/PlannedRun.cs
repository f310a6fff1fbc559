namespace ResNet.Studies;

/// <summary>A run of a depth study, before it is trained.</summary>
internal sealed record PlannedRun(NetworkKind Kind, int Depth, Initialization Initialization, float LearningRate, int Seed)
{
    /// <summary>Blocks of two layers between the input layer and the output layer.</summary>
    public Network Build(Dataset data, DepthStudyOptions options)
    {
        NetworkBuilder builder = Network.Create(data.Features)
            .WithInitialization(Initialization)
            .WithNormalization(options.Normalization)
            .WithOrder(options.Order)
            .AddLayer(options.Width);
        int blocks = (Depth - 2) / 2;
        builder = Kind == NetworkKind.Plain ? builder.AddPlainBlocks(blocks) : builder.AddResidualBlocks(blocks);
        return builder.AddOutput(data.Classes).Build(Seed);
    }

    public DepthStudyRun Ended(Evaluation evaluation, RunStatus status, TimeSpan duration) => new(
        Kind, Depth, Initialization, LearningRate, Seed, evaluation.ErrorRate!.Value, evaluation.Loss, status, duration);
}
