using System.Globalization;
using System.Text;

namespace ResNet;

/// <summary>A network as a table, a line a stage; neighbours of equal parts share one. Columns in which nothing stands are left
/// out.</summary>
internal static class NetworkSummary
{
    private static readonly string[] header =
        ["block", "kind", "widths", "layers", "shortcut", "activation", "normalization", "dropout", "survival", "frozen", "parameters"];

    public static string Of(Network network)
    {
        List<string[]> rows = [header];
        for (int i = 0; i < network.Parts.Count;)
        {
            int end = i + 1;
            while (end < network.Parts.Count && ShareALine(network, network.Parts[end - 1], network.Parts[end])) end++;
            rows.Add(Row(network, [.. network.Parts.Take(i..end)]));
            i = end;
        }

        var text = new StringBuilder();
        int[] columns = [.. Enumerable.Range(0, header.Length).Where(column => rows.Skip(1).Any(row => row[column].Length > 0))];
        int[] widths = [.. columns.Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows) text.AppendLine(Line([.. columns.Select(column => row[column])], widths));
        text.Append(CultureInfo.InvariantCulture, $"depth {network.Depth}, {Count(network.Parts):N0} parameters");
        return text.ToString();
    }

    /// <summary>Whether two neighbours are blocks of equal parts, but for survival, which may differ from block to block.</summary>
    private static bool ShareALine(Network network, Stage x, Stage y) =>
        x.Block.HasValue && y.Block == x.Block + 1 && network.IsFrozen(x) == network.IsFrozen(y) && WithoutSurvival(x)
            .Equals(WithoutSurvival(y));

    private static PartList WithoutSurvival(Stage stage) =>
        [.. stage.Parts.Select(part => part is ResidualPart residual ? residual with { Survival = 1 } : part)];

    private static string[] Row(Network network, Stage[] stages)
    {
        Stage first = stages[0];
        Part[] parts = [.. first.Parts.All];
        ResidualPart? residual = parts.OfType<ResidualPart>().SingleOrDefault();
        int layers = parts.OfType<AffinePart>().Count(part => part.Layer.HasValue || !first.Block.HasValue);
        return
        [
            !first.Block.HasValue || first.Name == StageName.Final ? first.Name : stages.Length == 1 ? $"{first.Block}"
                : $"{first.Block}–{stages[^1].Block}",
            KindOf(network, first, parts),
            string.Join(" → ", WidthsOf(first, parts)),
            layers == 0 ? "" : stages.Length == 1 ? $"{layers}" : $"{stages.Length} × {layers}",
            residual is null ? "" : ShortcutOf(residual),
            layers == 0 && first.Name != StageName.Final
                ? ""
                : Words(parts.OfType<ActivationPart>().Select(part => part.Activation).FirstOrDefault()),
            parts.OfType<NormPart>().Select(part => Words(part.Normalization)).FirstOrDefault(""),
            parts.OfType<DropoutPart>().Select(part => Number(part.Rate)).FirstOrDefault(""),
            SurvivalOf([.. stages.SelectMany(stage => stage.Parts).OfType<ResidualPart>().Select(part => part.Survival)]),
            network.IsFrozen(first) ? "yes" : "",
            Count(stages).ToString("N0", CultureInfo.InvariantCulture),
        ];
    }

    private static string KindOf(Network network, Stage stage, Part[] parts) =>
        stage.Name == StageName.Final ? string.Join(" and ", parts.Select(part => part is NormPart ? "norm" : "activation"))
        : stage.Block is { } block ? KindOf(network.Blocks[block])
        : parts[0] switch
        {
            StandardizationPart => "standardization",
            EmbeddingsPart { Embeddings.Count: 1 } => "1 feature",
            EmbeddingsPart embeddings => $"{embeddings.Embeddings.Count} features",
            _ => "layer",
        };

    private static string KindOf(Block block) => block switch
    {
        ResidualBlock { Order: not BlockOrder.PostActivation } residual => $"residual, {Words(residual.Order).Replace(' ', '-')}",
        ResidualBlock => "residual",
        { Layers.Count: 1 } => "layer",
        _ => "plain",
    };

    /// <summary>The width of the input, that between the layers where it is another, and that of the output.</summary>
    private static IEnumerable<int> WidthsOf(Stage stage, Part[] parts)
    {
        int inputs = stage.Input.Features, outputs = stage.Output.Features;
        IEnumerable<int> hidden = parts.OfType<AffinePart>().Where(part => part.Layer is 0).Select(part => part.Output.Features)
            .Where(width => width != outputs);
        return [inputs, .. hidden, outputs];
    }

    private static string ShortcutOf(ResidualPart part)
    {
        string kind = part.ShortcutReadsHead ? "projection" : part.Shortcut.Count > 0 ? "zero padding" : "identity";
        return part.Factor == BranchFactor.None ? kind : $"{kind}, × {part.Factor}";
    }

    private static string SurvivalOf(float[] survivals) => survivals.All(survival => survival == 1) ? ""
        : survivals.Min() == survivals.Max() ? Number(survivals[0])
        : $"{Number(survivals.Max())}–{Number(survivals.Min())}";

    private static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(
            value.ToString()
            .Select((letter, i) =>
            i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static long Count(IEnumerable<Stage> stages) =>
        stages.SelectMany(stage => stage.Arrays).Where(array => array.IsLearned).Sum(array => array.Count);

    private static string Line(string[] row, int[] widths) =>
        string.Join("  ", row.Select((cell, i) => i == row.Length - 1 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
}
