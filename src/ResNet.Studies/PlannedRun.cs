namespace ResNet.Studies;

/// <summary>A run of a depth study, before it is trained.</summary>
internal sealed record PlannedRun(NetworkKind Kind, int Depth, Initialization Initialization, float LearningRate, int Seed)
{
    /// <summary>Plain networks take the better of two; deep ones may train better with orthogonal weights.</summary>
    public static IReadOnlyList<Initialization> InitializationsOf(NetworkKind kind) =>
        kind == NetworkKind.Plain ? [Initialization.He, Initialization.Orthogonal] : [Initialization.He];

    /// <summary>All runs of a study, in the order of its results.</summary>
    public static IEnumerable<PlannedRun> Of(DepthStudyOptions options) =>
        from kind in options.Kinds
        from depth in options.Depths
        from initialization in InitializationsOf(kind)
        from rate in options.LearningRates
        from seed in Enumerable.Range(1, options.Seeds)
        select new PlannedRun(kind, depth, initialization, rate, seed);

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
