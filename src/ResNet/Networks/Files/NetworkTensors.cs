namespace ResNet;

/// <summary>A network's parameters and running statistics in a file.</summary>
internal static class NetworkTensors
{
    /// <summary>
    /// The values of a recipe's network by name, row by row. They are read once the header has exactly its tensors, so that the
    /// recipe may promise what it likes.
    /// </summary>
    public static Dictionary<string, float[]> Read(Stream stream, SafetensorsHeader header, NetworkRecipe recipe)
    {
        IReadOnlyList<TensorShape> shapes = Match(header, recipe);
        Dictionary<string, float[]> tensors = SafetensorsFile.ReadTensors(stream, header);
        foreach (TensorShape shape in shapes)
        {
            if (shape.Flaw(tensors[shape.Name]) is { } flaw) throw new InvalidDataException(flaw);
        }

        return tensors;
    }

    private static List<TensorShape> Match(SafetensorsHeader header, NetworkRecipe recipe)
    {
        var entries = header.Tensors.ToDictionary(tensor => tensor.Name);
        List<TensorShape> shapes = [];
        foreach (TensorShape shape in TensorShapes.Of(recipe))
        {
            if (!entries.Remove(shape.Name, out TensorEntry? entry)) throw new InvalidDataException($"The network's '{shape.Name}' is not in the file.");
            if (!entry.Sizes.SequenceEqual(shape.Sizes))
            {
                string wanted = string.Join(", ", shape.Sizes);
                throw new InvalidDataException($"The network's '{shape.Name}' is [{wanted}], but the file's is {entry.Shape}.");
            }

            shapes.Add(shape);
        }

        return entries.Count == 0 ? shapes : throw new InvalidDataException($"The file has '{entries.Keys.First()}', but the network does not.");
    }
}
