using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>All of a fit under way but its arrays, as checkpoints describe it: JSON text. Names are those of version 2.</summary>
internal sealed record CheckpointDescription
{
    private static readonly TimeSpan longest = TimeSpan.FromDays(36525);

    public required Dictionary<string, string> Fingerprint { get; init; }

    /// <summary>Epochs of earlier fits of the trainer.</summary>
    public required int EpochsBefore { get; init; }

    /// <summary>Steps that the optimizer remembers.</summary>
    public required int OptimizerSteps { get; init; }

    /// <summary>The epoch that goes on or begins next, from 1; one above the last once all is done.</summary>
    public required int Epoch { get; init; }

    /// <summary>The batch of that epoch that comes next, from 0.</summary>
    public required int Batch { get; init; }

    /// <summary>Σwℓ of the epoch so far.</summary>
    public required double Loss { get; init; }

    /// <summary>Σw of the epoch so far.</summary>
    public required double Weight { get; init; }

    /// <summary>Samples of the epoch misclassified so far; null in regression.</summary>
    public required int? Wrong { get; init; }

    /// <summary>Time spent on the step.</summary>
    public required TimeSpan Spent { get; init; }

    /// <summary>Time that had been spent when the epoch began.</summary>
    public required TimeSpan EpochBegan { get; init; }

    /// <summary>The epochs done.</summary>
    public required IReadOnlyList<EpochResult> Epochs { get; init; }

    public static CheckpointDescription Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CheckpointJson.Default.CheckpointDescription)
                ?? throw new InvalidDataException("The description of the fit is null.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The description of the fit is not as it should be: {exception.Message}", exception);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, CheckpointJson.Default.CheckpointDescription);

    /// <summary>Refuses a checkpoint of another fit, naming the first thing that differs.</summary>
    public void CheckFingerprint(IReadOnlyDictionary<string, string> expected)
    {
        foreach ((string name, string text) in expected)
        {
            string? found = Fingerprint.GetValueOrDefault(name);
            if (found == text) continue;
            throw new InvalidDataException($"The checkpoint is of another fit: with {name} '{found}', but here it is '{text}'.");
        }
    }

    /// <summary>Refuses a place that no fit of these options and this data comes to.</summary>
    public void CheckPlace(TrainingStep step, TrainerOptions options, bool hasValidation)
    {
        bool isPlace = Epoch >= 1 && (Epoch <= options.Epochs ? Batch >= 0 && Batch < step.Batches : Epoch == options.Epochs + 1 && Batch == 0);
        bool areTooManyWrong = Wrong < 0 || (isPlace && Batch > 0 && Wrong > step.SamplesBefore(Batch));
        bool areSums = double.IsFinite(Loss) && double.IsFinite(Weight) && !areTooManyWrong;
        bool areTimes = EpochBegan >= TimeSpan.Zero && EpochBegan <= Spent && Spent <= longest;
        if (!isPlace || !areSums || !areTimes || !IsCount(EpochsBefore) || !IsCount(OptimizerSteps) || Epochs.Count != Epoch - 1)
        {
            throw new InvalidDataException("The checkpoint tells of a place, sums or times that no fit comes to.");
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

    /// <summary>Whether it is a number of things done to which as many can be added.</summary>
    private static bool IsCount(int number) => number is >= 0 and < int.MaxValue / 2;

    /// <summary>Whether those metrics were measured; where the text leaves all of them out, there are no values.</summary>
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
