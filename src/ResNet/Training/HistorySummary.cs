using static System.FormattableString;

namespace ResNet;

/// <summary>
/// A history as a table, a line an epoch: of long ones the first epochs, the best and the last; below it why the fit ended.
/// </summary>
internal static class HistorySummary
{
    private const string Nothing = "–";
    private const string LeftOut = "…";
    private const int First = 2;
    private const int Last = 3;
    private const int MostWithoutGaps = 8;

    public static string Of(TrainingHistory history)
    {
        string best = history.BestEpoch is { } epoch ? Invariant($"; best epoch {epoch}") : "";
        IEnumerable<string> lines =
        [
            .. history.Epochs.Count > 0 ? ShownTable.Lines(Rows(history), toTheRight: true) : [],
            $"{Shown.Count(history.Epochs.Count, "epoch")} in {Shown.Time(history.Duration)}, {Words(history.StopReason)}{best}",
            .. history.Divergence is { } divergence ? [Shown.Wrapped($"{divergence}")] : (string[])[],
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string[][] Rows(TrainingHistory history)
    {
        (string Name, Func<EpochResult, string> Cell)[] columns = [.. Columns(history.Epochs)];
        List<string[]> rows = [[.. columns.Select(column => column.Name)]];
        int before = 0;
        foreach (int i in Chosen(history))
        {
            if (i > before) rows.Add([LeftOut, .. Enumerable.Repeat("", columns.Length - 1)]);
            rows.Add([.. columns.Select(column => column.Cell(history.Epochs[i]))]);
            before = i + 1;
        }

        return [.. rows];
    }

    /// <summary>The indices of the epochs that are shown.</summary>
    private static IEnumerable<int> Chosen(TrainingHistory history)
    {
        int count = history.Epochs.Count;
        return Enumerable.Range(0, count)
            .Where(i => count <= MostWithoutGaps || i < First || i >= count - Last || history.Epochs[i].Epoch == history.BestEpoch);
    }

    /// <summary>What is shown of an epoch: metrics on the validation data, or on the training data where there is no other.</summary>
    private static IEnumerable<(string Name, Func<EpochResult, string> Cell)> Columns(IReadOnlyList<EpochResult> epochs)
    {
        bool hasValidation = epochs.Any(epoch => epoch.Validation is not null);
        return
        [
            ("epoch", epoch => Invariant($"{epoch.Epoch}")),
            .. Columns("", epoch => epoch.Training, epochs, hasMetrics: !hasValidation),
            .. hasValidation ? Columns("val. ", epoch => epoch.Validation, epochs, hasMetrics: true) : [],
        ];
    }

    private static IEnumerable<(string Name, Func<EpochResult, string> Cell)> Columns(
        string prefix, Func<EpochResult, Evaluation?> of, IReadOnlyList<EpochResult> epochs, bool hasMetrics)
    {
        Evaluation[] measured = [.. epochs.Select(of).OfType<Evaluation>()];
        yield return ($"{prefix}loss", epoch => of(epoch) is { } result ? Shown.Number(result.Loss) : Nothing);
        if (measured.Any(result => result.ErrorRate.HasValue))
        {
            yield return ($"{prefix}error", epoch => of(epoch)?.ErrorRate is { } rate ? Shown.Share(rate) : Nothing);
        }

        foreach (string metric in hasMetrics ? measured.SelectMany(result => result.Metrics.Keys).Distinct() : [])
        {
            yield return (
                $"{prefix}{metric}",
                epoch => of(epoch)?.Metrics.TryGetValue(metric, out double value) == true ? Shown.Number(value) : Nothing);
        }
    }

    private static string Words(StopReason reason) => reason switch
    {
        StopReason.Completed => "completed",
        StopReason.EarlyStopping => "stopped early",
        StopReason.TimeLimit => "ended by the time limit",
        StopReason.Cancelled => "cancelled",
        _ => "diverged",
    };
}
