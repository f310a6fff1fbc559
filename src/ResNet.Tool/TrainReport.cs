using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>What came of a training, as <c>--json</c> and <c>metrics.json</c> have it; what was not done is left out.</summary>
internal sealed record TrainReport(string Label, TabularTask Task, int Rows, IReadOnlyList<string> Doubts)
{
    public int? Epochs { get; init; }

    /// <summary>The epoch whose weights the model has, the best on the rows held out.</summary>
    public int? BestEpoch { get; init; }

    public StopReason? Stopped { get; init; }

    public double? Seconds { get; init; }

    public double? ValidationLoss { get; init; }

    /// <summary>The file of the model.</summary>
    public string? Saved { get; init; }

    public Measured? Test { get; init; }

    public FoldsReport? Folds { get; init; }
}

/// <summary>What came of cross-validation.</summary>
internal sealed record FoldsReport(int Planned, IReadOnlyList<MetricValues> Done, MetricValues Mean, MetricValues Deviation);
