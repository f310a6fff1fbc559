using System.Globalization;
using System.Text;

namespace ResNet;

/// <summary>A network as a table; equal neighbours share a line.</summary>
internal static class NetworkSummary
{
    private static readonly string[] header = ["block", "kind", "widths", "layers", "shortcut", "activation", "normalization", "parameters"];

    public static string Of(Network network)
    {
        List<string[]> rows = [header];
        if (network.Embeddings is { } embeddings)
        {
            rows.Add([Embeddings.Name, $"{embeddings.Columns.Count} features", $"{network.Inputs} → {embeddings.Outputs}", "", "", "", "", Count(embeddings.Weights)]);
        }

        for (int i = 0; i < network.Blocks.Count;)
        {
            int end = i + 1;
            while (end < network.Blocks.Count && SameKind(network.Blocks[i], network.Blocks[end])) end++;
            rows.Add(Row(network.Blocks, i, end));
            i = end;
        }

        int outputInputs = network.Output.Inputs;
        string outputParameters = Count(network.Output.Parameters);
        rows.Add(["output", "layer", $"{outputInputs} → {network.Outputs}", "1", "", "identity", "", outputParameters]);

        var text = new StringBuilder();
        int[] columns = [.. header.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows) text.AppendLine(Line(row, columns));
        text.Append(CultureInfo.InvariantCulture, $"depth {network.Depth}, {Count(network.Parameters)} parameters");
        return text.ToString();
    }

    private static string[] Row(IReadOnlyList<Block> blocks, int first, int end)
    {
        Block block = blocks[first];
        Layer layer = block.Layers[0];
        return
        [
            end == first + 1 ? $"{first}" : $"{first}–{end - 1}",
            Kind(block),
            $"{block.Inputs} → {block.Outputs}",
            end == first + 1 ? $"{block.Layers.Count}" : $"{end - first} × {block.Layers.Count}",
            ShortcutOf(block),
            Words(layer.Activation),
            layer.Normalization == Normalization.None ? "" : Words(layer.Normalization),
            Count(blocks.Skip(first).Take(end - first).SelectMany(one => one.Parameters)),
        ];
    }

    private static bool SameKind(Block x, Block y) =>
        x.Inputs == x.Outputs && y.Inputs == x.Inputs && y.Outputs == x.Outputs && x.Layers.Count == y.Layers.Count
        && Kind(x) == Kind(y) && ShortcutOf(x) == ShortcutOf(y)
        && x.Layers[0].Activation == y.Layers[0].Activation && x.Layers[0].Normalization == y.Layers[0].Normalization;

    private static string Kind(Block block) => block switch
    {
        ResidualBlock { Order: BlockOrder.PreActivation } => "residual, pre-activation",
        ResidualBlock => "residual",
        { Layers.Count: 1 } => "layer",
        _ => "plain",
    };

    private static string ShortcutOf(Block block) => block switch
    {
        ResidualBlock residual when residual.BranchFactor != BranchFactor.None => $"{Words(residual.Shortcut)}, × {residual.BranchFactor}",
        ResidualBlock residual => Words(residual.Shortcut),
        _ => "",
    };

    private static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static string Count(IEnumerable<Parameter> parameters) =>
        parameters.Sum(parameter => (long)parameter.Values.Length).ToString("N0", CultureInfo.InvariantCulture);

    private static string Line(string[] row, int[] columns) =>
        string.Join("  ", row.Select((cell, i) => i == row.Length - 1 ? cell.PadLeft(columns[i]) : cell.PadRight(columns[i])));
}
