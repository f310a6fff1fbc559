using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>The state of a fit except its arrays, as checkpoints store it: JSON text. The names are those of version 2.</summary>
internal sealed record CheckpointDescription
{
    private static readonly TimeSpan longest = TimeSpan.FromDays(36525);

    public required Dictionary<string, string> Fingerprint { get; init; }

    /// <summary>Epochs of earlier fits of the trainer.</summary>
    public required int EpochsBefore { get; init; }

    /// <summary>The optimizer's step count t.</summary>
    public required int OptimizerSteps { get; init; }

    /// <summary>The epoch that continues or begins next, from 1; one above the last when all are done.</summary>
    public required int Epoch { get; init; }

    /// <summary>The batch of that epoch that comes next, from 0.</summary>
    public required int Batch { get; init; }

    /// <summary>Σwℓ of the epoch so far.</summary>
    public required double Loss { get; init; }

    /// <summary>Σw of the epoch so far.</summary>
    public required double Weight { get; init; }

    /// <summary>Samples of the epoch misclassified so far; null in regression.</summary>
    public required int? Wrong { get; init; }

    /// <summary>Time spent on the fit so far.</summary>
    public required TimeSpan Spent { get; init; }

    /// <summary>Time that had been spent when the epoch began.</summary>
    public required TimeSpan EpochBegan { get; init; }

    /// <summary>The epochs done.</summary>
    public required IReadOnlyList<EpochResult> Epochs { get; init; }

    public static CheckpointDescription Parse(string json) =>
        Descriptions.Parse(json, CheckpointJson.Default.CheckpointDescription, "the fit");

    public string ToJson() => JsonSerializer.Serialize(this, CheckpointJson.Default.CheckpointDescription);

    /// <summary>Refuses a checkpoint of another fit, naming the first thing that differs.</summary>
    public void CheckFingerprint(IReadOnlyDictionary<string, string> expected)
    {
        foreach ((string name, string text) in expected)
        {
            string? found = Fingerprint.GetValueOrDefault(name);
            if (found == text) continue;
            string hint = name == ResNet.Fingerprint.EpochsName
                ? " To train on after the end of a fit, resume it with its own number of epochs, then call Fit on the same trainer."
                : "";
            throw new InvalidDataException($"The checkpoint is of another fit: with {name} '{found}', but here it is '{text}'.{hint}");
        }
    }

    /// <summary>Refuses a position that no fit with these options and this data can reach.</summary>
    public void CheckPlace(TrainingStep step, TrainerOptions options, bool hasValidation)
    {
        bool isPlace = Epoch >= 1
            && (Epoch <= options.Epochs ? Batch >= 0 && Batch < step.Batches : Epoch == options.Epochs + 1 && Batch == 0);
        bool areTooManyWrong = Wrong < 0 || (isPlace && Batch > 0 && Wrong > step.SamplesBefore(Batch));
        bool areSums = double.IsFinite(Loss) && double.IsFinite(Weight) && !areTooManyWrong;
        bool areTimes = EpochBegan >= TimeSpan.Zero && EpochBegan <= Spent && Spent <= longest;
        if (!isPlace || !areSums || !areTimes || !IsCount(EpochsBefore) || !IsCount(OptimizerSteps) || Epochs.Count != Epoch - 1)
        {
            throw new InvalidDataException("The checkpoint has a position, sums or times that no fit can reach.");
        }

        string[] metrics = [.. options.Measured.Select(metric => metric.Name)];
        for (int i = 0; i < Epochs.Count; i++)
        {
            if (Epochs[i] is not { } epoch || epoch.Epoch != i + 1 || !HasAll(metrics, epoch.Metrics) ||
                epoch.Validation is null == hasValidation || (epoch.Validation is { } validation && !HasAll(metrics, validation.Metrics)))
            {
                throw new InvalidDataException($"The checkpoint's history is not as it should be at epoch {i + 1}.");
            }
        }
    }

    /// <summary>Whether it can be a count: not negative, and small enough to be doubled.</summary>
    private static bool IsCount(int number) => number is >= 0 and < int.MaxValue / 2;

    /// <summary>Whether exactly these metrics were measured; null where the JSON has none.</summary>
    private static bool HasAll(string[] metrics, IReadOnlyDictionary<string, double>? values) =>
        values?.Count == metrics.Length && metrics.All(values.ContainsKey);
}

/// <summary>Reads and writes descriptions of fits: strictly, and without reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(CheckpointDescription))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
