using System.Globalization;
using System.Text.Json.Serialization;

namespace ResNet.Studies;

/// <summary>One run of a depth study: a network, how it was trained, and the result.</summary>
/// <param name="Kind">the kind of network</param>
/// <param name="Depth">its number of layers</param>
/// <param name="Initialization">the initialization of its weights; residual branches start at zero in any case</param>
/// <param name="LearningRate">the learning rate</param>
/// <param name="Seed">the seed of its weights and of the order of the samples, from 1</param>
/// <param name="TrainingError">share of the training data misclassified after the last epoch, from 0 to 1; 1 if it diverged</param>
/// <param name="TrainingLoss">mean loss on the training data after the last epoch; infinite if it diverged</param>
/// <param name="Status">how it ended</param>
/// <param name="Duration">time the run took on its thread</param>
/// <remarks>In JSON an infinite loss is null (<see cref="NumberOrNullConverter{T}"/>).</remarks>
public sealed record DepthStudyRun(
    NetworkKind Kind,
    int Depth,
    Initialization Initialization,
    float LearningRate,
    int Seed,
    double TrainingError,
    [property: JsonConverter(typeof(NumberOrNullConverter<double>))] double TrainingLoss,
    RunStatus Status,
    TimeSpan Duration)
{
    /// <summary>What was trained and what came of it.</summary>
    public override string ToString() =>
        $"{Kind}, {Depth} layers, {Initialization}, learning rate {LearningRate.ToString(CultureInfo.InvariantCulture)}, seed {Seed}: " +
        $"error {Shown.Share(TrainingError)}, loss {Shown.Number(TrainingLoss)}, {Status}";
}
