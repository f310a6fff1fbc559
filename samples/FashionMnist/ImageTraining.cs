namespace ResNet.Samples;

/// <summary>The requested network, and how it is trained.</summary>
internal static class ImageTraining
{
    private const float WeightDecay = 0.01f;

    /// <summary>A layer and blocks of two layers, with batch normalization and dropout.</summary>
    public static Network Build(ImageRequest request, ImageData data)
    {
        NetworkBuilder builder = Network.Create(data.Training.Features)
            .WithNormalization(Normalization.Batch)
            .WithOrder(BlockOrder.PreActivation)
            .WithDropout(request.Dropout);
        builder = request.IsPlain
            ? builder.AddLayer(request.Width).AddPlainBlocks(request.Blocks)
            : builder.AddLayer(request.Width, Linear).AddResidualBlocks(request.Blocks);
        return builder.AddOutput(data.Names).Build(request.Seed);
    }

    /// <summary>The library's defaults, one cycle of AdamW, with smoothed labels.</summary>
    public static TrainerOptions Options(ImageRequest request) => new()
    {
        Loss = new SoftmaxCrossEntropy { LabelSmoothing = request.Smoothing },
        Optimizer = new AdamW(request.LearningRate) { WeightDecay = WeightDecay, DecayWeightsOnly = true },
        BatchSize = request.BatchSize,
        Epochs = request.Epochs,
        Seed = request.Seed,
    };

    /// <summary>A linear layer: the pre-activation block after it begins with a normalization and an activation.</summary>
    private static void Linear(LayerBuilder layer) =>
        layer.WithNormalization(Normalization.None).WithActivation(Activation.Identity).WithDropout(0);
}
