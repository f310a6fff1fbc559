namespace ResNet;

/// <summary>A network's parameters and running statistics in a file.</summary>
internal static class NetworkTensors
{
    /// <summary>The values of a recipe's network by name, row by row; all are finite, and variances not negative.</summary>
    public static Dictionary<string, float[]> Read(
        Stream stream, SafetensorsHeader header, NetworkRecipe recipe, bool mayHaveOthers = false)
    {
        // A recipe may promise more layers than memory holds. One more than the file has arrays is as wrong, and costs no more than
        // the file: its arrays are made stage by stage, until the first that is not there.
        int most = header.Tensors.Count + 1;
        NetworkRecipe bounded = recipe with
        {
            Blocks = [.. recipe.Blocks.Select(block => block with { Settings = block.Settings.WithAtMost(most) })],
        };
        List<PartArray> arrays = [];
        Dictionary<string, float[]> tensors = Read(stream, header, Shapes(), mayHaveOthers);
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

    /// <summary>
    /// The values of arrays by name, row by row. They are read once the header has these arrays, and no others unless it may.
    /// </summary>
    public static Dictionary<string, float[]> Read(
        Stream stream, SafetensorsHeader header, IEnumerable<TensorShape> shapes, bool mayHaveOthers = false)
    {
        Dictionary<string, TensorEntry> others = OthersThan(shapes, header);
        if (others.Count > 0 && !mayHaveOthers)
        {
            throw new InvalidDataException($"The file has '{others.Keys.First()}', but the network does not.");
        }

        return SafetensorsFile.ReadTensors(stream, header, others);
    }

    /// <summary>The tensors of a file that are none of these arrays, which must be there in their shapes.</summary>
    private static Dictionary<string, TensorEntry> OthersThan(IEnumerable<TensorShape> shapes, SafetensorsHeader header)
    {
        var entries = header.Tensors.ToDictionary(tensor => tensor.Name);
        foreach (TensorShape shape in shapes)
        {
            if (!entries.Remove(shape.Name, out TensorEntry? entry))
            {
                throw new InvalidDataException($"The network's '{shape.Name}' is not in the file.");
            }

            entry.CheckReadable();
            if (!entry.Sizes.SequenceEqual(shape.Sizes))
            {
                string wanted = string.Join(", ", shape.Sizes);
                throw new InvalidDataException($"The network's '{shape.Name}' is [{wanted}], but the file's is {entry.Shape}.");
            }
        }

        return entries;
    }
}
