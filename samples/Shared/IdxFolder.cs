namespace ResNet.Samples;

/// <summary>A folder with images and labels in the files of MNIST and Fashion-MNIST.</summary>
internal static class IdxFolder
{
    /// <summary>Reads the training images and labels.</summary>
    /// <param name="folder">the folder</param>
    /// <param name="samples">how many, the first ones; null for all</param>
    /// <exception cref="ArgumentException">there are fewer samples than requested.</exception>
    /// <exception cref="IOException">the folder or a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is invalid.</exception>
    public static Dataset ReadTraining(string folder, int? samples)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no data folder '{folder}'.");
        Dataset all = Read(folder, "train", classes: null);
        if (samples > all.Count) throw new ArgumentException($"--samples asks for {samples}, but '{folder}' has {all.Count}.");
        return samples is { } count ? all.Take(count) : all;
    }

    /// <summary>Reads the test images and labels.</summary>
    /// <param name="folder">the folder</param>
    /// <param name="training">the training data, whose image size and classes they must have</param>
    /// <exception cref="IOException">a file is missing.</exception>
    /// <exception cref="InvalidDataException">a file is invalid, or does not match the training data.</exception>
    public static Dataset ReadTest(string folder, Dataset training)
    {
        Dataset test = Read(folder, "t10k", training.Classes);
        return test.Features == training.Features
            ? test
            : throw new InvalidDataException(
                $"The test images in '{folder}' have {test.Features} pixels, but the training images {training.Features}.");
    }

    private static Dataset Read(string folder, string part, int? classes) =>
        Dataset.FromIdx(Find(folder, $"{part}-images-idx3-ubyte"), Find(folder, $"{part}-labels-idx1-ubyte"), classes);

    /// <summary>The file, plain or gzipped.</summary>
    private static string Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name), gzipped = $"{plain}.gz";
        return File.Exists(plain) ? plain
            : File.Exists(gzipped) ? gzipped
            : throw new FileNotFoundException($"The data folder '{folder}' has neither {name} nor {name}.gz.");
    }
}
