namespace ResNet.Samples;

/// <summary>The samples of the study: generated spirals, or a folder's images in MNIST's format.</summary>
internal static class StudyData
{
    public const string SpiralsName = "spirals";
    private const int SpiralSamples = 600;

    /// <summary>Generates or reads the samples.</summary>
    /// <param name="source"><see cref="SpiralsName"/> or a folder</param>
    /// <param name="samples">how many, the first ones of a folder; null for all, or for the default number of spiral points</param>
    /// <exception cref="ArgumentException">there are fewer samples than requested.</exception>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is invalid.</exception>
    public static Dataset Load(string source, int? samples)
    {
        if (samples < 1) throw new ArgumentException($"--samples must be at least 1, not {samples}.");
        return source == SpiralsName ? Spirals.Create(samples ?? SpiralSamples) : IdxFolder.ReadTraining(source, samples);
    }
}
