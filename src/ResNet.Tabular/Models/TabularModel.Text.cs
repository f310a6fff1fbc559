namespace ResNet.Tabular;

/// <content>Models as text.</content>
public sealed partial class TabularModel
{
    /// <summary>What the model predicts, from which columns, the size of its network, and how the best epoch did.</summary>
    public override string ToString()
    {
        string what = $"predicts {Shown.List(Labels.Select(Shown.Name))}: ";
        string classes = Classes.Count == 0 ? target.Words : Some(Classes, Shown.Count(Classes.Count, "class", "classes"), what.Length);
        long parameters = Network.Parameters.Sum(parameter => (long)parameter.Value.RowCount * parameter.Value.ColumnCount);
        IEnumerable<string> lines =
        [
            what + classes,
            $"from {Encoder}",
            $"with a network of depth {Network.Depth}, {Shown.Count(parameters, "parameter")}",
            .. ResultOf(History) is { } result ? [result] : (string[])[],
        ];
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>As many names as fit behind a number of columns; how many there are where not all fit.</summary>
    private static string Some(IReadOnlyList<string> names, string count, int before)
    {
        string all = Shown.List(names.Select(Shown.Name), Shown.Width - before - count.Length - " ()".Length);
        return all.EndsWith('…') ? $"{all} ({count})" : all;
    }

    private static string? ResultOf(TrainingHistory? history)
    {
        int count = history?.Epochs.Count ?? 0;
        if (count == 0) return null;
        EpochResult epoch = history!.Epochs[(history.BestEpoch ?? count) - 1];
        string result = epoch.Validation is { } validation
            ? $"validation {validation}"
            : $"training {new Evaluation(epoch.Loss, epoch.ErrorRate) { Metrics = epoch.Metrics }}";
        return Shown.Wrapped($"{result} (epoch {epoch.Epoch} of {count})");
    }
}
