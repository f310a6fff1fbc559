namespace ResNet;

/// <summary>Labelled images from a pair of IDX files.</summary>
/// <param name="Inputs">The images, features × samples, from 0 to 1.</param>
/// <param name="Labels">The label of each image.</param>
/// <param name="Classes">The number of classes.</param>
internal sealed record IdxImages(Columns Inputs, int[] Labels, int Classes)
{
    /// <summary>Reads the pair; <paramref name="classes"/> is the largest label + 1 unless given.</summary>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is invalid, or the two do not match each other or the classes.</exception>
    internal static IdxImages Read(string imagesPath, string labelsPath, int? classes)
    {
        IdxArray labels = IdxFile.Read(labelsPath);
        if (labels.Dimensions.Count != 1)
        {
            throw new InvalidDataException(
                $"'{labelsPath}': expected labels in one dimension, but there are {labels.Dimensions.Count} dimensions.");
        }

        IdxArray images = IdxFile.Read(imagesPath);
        if (images.Samples != labels.Samples)
        {
            throw new InvalidDataException(
                $"'{labelsPath}': expected {images.Samples} labels, one for each image in '{imagesPath}', but there are " +
                $"{labels.Samples}.");
        }

        int count = CountClasses(labelsPath, labels.Bytes, classes);
        return new(Scale(images), Array.ConvertAll(labels.Bytes, label => (int)label), count);
    }

    private static int CountClasses(string path, byte[] labels, int? given)
    {
        int largest = labels.Max();
        if (given is null && largest == 0)
        {
            throw new InvalidDataException($"'{path}': expected labels of at least two classes, but every label is 0.");
        }

        if (largest >= given)
        {
            throw new InvalidDataException(
                $"'{path}': expected labels between 0 and {given - 1} with {given} classes, but " +
                $"label {Array.IndexOf(labels, (byte)largest)} is {largest}.");
        }

        return given ?? largest + 1;
    }

    private static Columns Scale(IdxArray images)
    {
        byte[] bytes = images.Bytes;
        float[] values = GC.AllocateUninitializedArray<float>(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            values[i] = bytes[i] / 255f;
        }

        return new Columns(images.Features, images.Samples, values);
    }
}
