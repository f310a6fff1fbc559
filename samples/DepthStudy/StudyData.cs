namespace ResNet.Samples;

/// <summary>The samples of the study: generated spirals, or a folder's images in MNIST's format.</summary>
internal static class StudyData
{
    public const string SpiralsName = "spirals";
    private const int SpiralSamples = 600;
    private const string Images = "train-images-idx3-ubyte";
    private const string Labels = "train-labels-idx1-ubyte";

    /// <summary>Generates or reads the samples.</summary>
    /// <param name="source"><see cref="SpiralsName"/> or a folder</param>
    /// <param name="samples">how many, the first ones of a folder's; null for all, or the default number of spirals' points</param>
    /// <exception cref="ArgumentException">there are not so many samples.</exception>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is broken.</exception>
    public static Dataset Load(string source, int? samples)
    {
        if (samples < 1) throw new ArgumentException($"--samples must be at least 1, not {samples}.");
        if (source == SpiralsName) return Spirals.Create(samples ?? SpiralSamples);
        if (!Directory.Exists(source)) throw new DirectoryNotFoundException($"There is no data folder '{source}'.");

        Dataset all = Dataset.FromIdx(Find(source, Images), Find(source, Labels));
        if (samples > all.Count) throw new ArgumentException($"--samples asks for {samples}, but '{source}' has {all.Count}.");
        return samples is { } count ? all.Take(count) : all;
    }

    /// <summary>The file, plain or gzipped.</summary>
    private static string Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name), gzipped = $"{plain}.gz";
        return File.Exists(plain) ? plain
            : File.Exists(gzipped) ? gzipped
            : throw new FileNotFoundException($"The data folder '{folder}' has neither {name} nor {name}.gz.");
    }
}
