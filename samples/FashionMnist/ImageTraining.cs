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

    public static TrainerOptions Options(ImageRequest request) => new()
    {
        Optimizer = new AdamW(request.LearningRate) { WeightDecay = WeightDecay },
        BatchSize = request.BatchSize,
        Epochs = request.Epochs,
        Seed = request.Seed,
    };
}
