namespace ResNet.Samples;

/// <summary>The arguments of the command line.</summary>
internal sealed record ImageRequest
{
    /// <summary>The source of the images: shapes, or a folder.</summary>
    public required string Data { get; init; }

    /// <summary>How many training images to use, validation included; null for all.</summary>
    public required int? Samples { get; init; }

    /// <summary>The share of the training images held out for validation.</summary>
    public required double Validation { get; init; }

    public required int Width { get; init; }

    public required int Blocks { get; init; }

    /// <summary>Whether the blocks have no shortcuts.</summary>
    public required bool IsPlain { get; init; }

    public required float Dropout { get; init; }

    /// <summary>The share of every label that is spread over all classes.</summary>
    public required float Smoothing { get; init; }

    public required int Epochs { get; init; }

    public required int BatchSize { get; init; }

    public required float LearningRate { get; init; }

    public required int Seed { get; init; }

    /// <summary>The folder for the results; null for none.</summary>
    public required string? Output { get; init; }

    /// <summary>The file that the trained network is saved to; null for none.</summary>
    public required string? Save { get; init; }
}
