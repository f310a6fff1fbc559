namespace ResNet;

/// <summary>A network's parameters and running statistics in a file.</summary>
internal static class NetworkTensors
{
    /// <summary>The values of a recipe's network by name, row by row; all are finite, and variances not negative.</summary>
    public static Dictionary<string, float[]> Read(Stream stream, SafetensorsHeader header, NetworkRecipe recipe)
    {
        // A recipe may promise more layers than memory holds. One more than the file has arrays is as wrong, and costs no more than
        // the file: its arrays are made stage by stage, until the first that is not there.
        int most = header.Tensors.Count + 1;
        NetworkRecipe bounded = recipe with
        {
            Blocks = [.. recipe.Blocks.Select(block => block with { Settings = block.Settings.WithAtMost(most) })],
        };
        List<PartArray> arrays = [];
        Dictionary<string, float[]> tensors = Read(stream, header, Shapes());
        foreach (PartArray array in arrays)
        {
            if (array.Flaw(tensors[array.Name]) is { } flaw) throw new InvalidDataException(flaw);
        }

        return tensors;

        IEnumerable<TensorShape> Shapes()
        {
            foreach (PartArray array in NetworkRecipe.InFiles(bounded.Stages()).SelectMany(stage => stage.Arrays))
            {
                arrays.Add(array);
                yield return array.Shape;
            }
        }
    }

    /// <summary>The values of arrays by name, row by row. They are read once the header has exactly these arrays.</summary>
    public static Dictionary<string, float[]> Read(Stream stream, SafetensorsHeader header, IEnumerable<TensorShape> shapes)
    {
        Match(header, shapes);
        return SafetensorsFile.ReadTensors(stream, header);
    }

    private static void Match(SafetensorsHeader header, IEnumerable<TensorShape> shapes)
    {
        var entries = header.Tensors.ToDictionary(tensor => tensor.Name);
        foreach (TensorShape shape in shapes)
        {
            if (!entries.Remove(shape.Name, out TensorEntry? entry))
            {
                throw new InvalidDataException($"The network's '{shape.Name}' is not in the file.");
            }

            if (!entry.Sizes.SequenceEqual(shape.Sizes))
            {
                string wanted = string.Join(", ", shape.Sizes);
                throw new InvalidDataException($"The network's '{shape.Name}' is [{wanted}], but the file's is {entry.Shape}.");
            }
        }

        if (entries.Count > 0) throw new InvalidDataException($"The file has '{entries.Keys.First()}', but the network does not.");
    }
}
