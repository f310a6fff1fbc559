namespace ResNet;

/// <summary>A network's parameters and running statistics in a file.</summary>
internal static class NetworkTensors
{
    /// <summary>The values of a recipe's network by name, row by row; all are finite, and variances not negative.</summary>
    public static Dictionary<string, float[]> Read(Stream stream, SafetensorsHeader header, NetworkRecipe recipe)
    {
        Dictionary<string, float[]> tensors = Read(stream, header, TensorShapes.Of(recipe));
        Check(TensorShapes.Of(recipe), tensors);
        return tensors;
    }

    /// <summary>
    /// The values of arrays by name, row by row. They are read once the header has exactly these arrays, so that whoever lists
    /// them may promise what he likes.
    /// </summary>
    public static Dictionary<string, float[]> Read(Stream stream, SafetensorsHeader header, IEnumerable<TensorShape> shapes)
    {
        Match(header, shapes);
        return SafetensorsFile.ReadTensors(stream, header);
    }

    /// <summary>Refuses values that no network in order has.</summary>
    public static void Check(IEnumerable<TensorShape> shapes, Dictionary<string, float[]> tensors)
    {
        foreach (TensorShape shape in shapes)
        {
            if (shape.Flaw(tensors[shape.Name]) is { } flaw) throw new InvalidDataException(flaw);
        }
    }

    private static void Match(SafetensorsHeader header, IEnumerable<TensorShape> shapes)
    {
        var entries = header.Tensors.ToDictionary(tensor => tensor.Name);
        foreach (TensorShape shape in shapes)
        {
            if (!entries.Remove(shape.Name, out TensorEntry? entry)) throw new InvalidDataException($"The network's '{shape.Name}' is not in the file.");
            if (!entry.Sizes.SequenceEqual(shape.Sizes))
            {
                string wanted = string.Join(", ", shape.Sizes);
                throw new InvalidDataException($"The network's '{shape.Name}' is [{wanted}], but the file's is {entry.Shape}.");
            }
        }

        if (entries.Count > 0) throw new InvalidDataException($"The file has '{entries.Keys.First()}', but the network does not.");
    }
}
