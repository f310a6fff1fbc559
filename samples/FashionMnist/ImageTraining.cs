namespace ResNet.Samples;

/// <summary>The network that is asked for, and how it is trained.</summary>
internal static class ImageTraining
{
    /// <summary>The share of the training in which the learning rate rises.</summary>
    private const double WarmupShare = 0.05;
    private const float WeightDecay = 0.01f;

    /// <summary>A layer and blocks of two layers, with batch normalization and dropout.</summary>
    public static Network Build(ImageRequest request, ImageData data)
    {
        NetworkBuilder builder = Network.Create(data.Training.Features)
            .WithNormalization(Normalization.Batch)
            .WithOrder(BlockOrder.PreActivation)
            .WithDropout(request.Dropout)
            .AddLayer(request.Width);
        builder = request.IsPlain ? builder.AddPlainBlocks(request.Blocks) : builder.AddResidualBlocks(request.Blocks);
        return builder.AddOutput(data.Names).Build(request.Seed);
    }

    /// <summary>AdamW, whose learning rate rises for a moment and then falls along a cosine.</summary>
    public static TrainerOptions Options(ImageRequest request, ImageData data) => new()
    {
        Optimizer = new AdamW(request.LearningRate) { WeightDecay = WeightDecay },
        Schedule = new CosineSchedule().WithWarmup(WarmupSteps(request, data), ScheduleUnit.Step),
        BatchSize = request.BatchSize,
        Epochs = request.Epochs,
        Seed = request.Seed,
    };

    private static int WarmupSteps(ImageRequest request, ImageData data)
    {
        double batches = Math.Ceiling((double)data.Training.Count / Math.Max(1, request.BatchSize));
        return Math.Max(1, (int)(WarmupShare * batches * request.Epochs));
    }
}
