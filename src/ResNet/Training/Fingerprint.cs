using System.Runtime.InteropServices;
using System.Security.Cryptography;
using static System.FormattableString;

namespace ResNet;

/// <summary>
/// Everything that determines the bits of a fit: network, data and options, as short texts by name. The number of threads, the
/// time limit and the checkpoints themselves do not.
/// </summary>
internal static class Fingerprint
{
    /// <summary>What the number of epochs is called.</summary>
    public const string EpochsName = "number of epochs";

    private const string None = "none";
    private const int DigestLength = 8;

    /// <summary>Values hashed at a time; the bytes of a large array would not fit one span.</summary>
    private const int PieceLength = 1 << 20;

    public static Dictionary<string, string> Of(
        Network network, string start, Dataset training, Dataset? validation, TrainerOptions options)
    {
        using var invariant = new InvariantCulture(); // what a user's own objects say of themselves would depend on it
        NetworkDescription description = network.Describe();
        string architecture =
            (description with { ClassNames = null, InputStandardization = null, TargetStandardization = null, FrozenBlocks = 0 }).ToJson();
        return new()
        {
            ["architecture"] = Invariant($"{network.Depth} layers, {Digest<char>(architecture)}"),
            ["class names"] = description.ClassNames is { } names ? Digest<char>(string.Join('\n', names)) : None,
            ["input standardization"] = Of(description.InputStandardization),
            ["target standardization"] = Of(description.TargetStandardization),
            ["frozen blocks"] = Invariant($"{description.FrozenBlocks}"),
            ["starting weights"] = start,
            ["training data"] = Of(training),
            ["validation data"] = validation is null ? None : Of(validation),
            ["loss"] = $"{options.Loss}",
            ["optimizer"] = $"{options.Optimizer}",
            ["schedule"] = $"{options.Schedule}",
            ["batch size"] = Invariant($"{options.BatchSize}"),
            [EpochsName] = Invariant($"{options.Epochs}"),
            ["clipping norm"] = options.ClipNorm is { } norm ? Invariant($"{norm}") : None,
            ["seed"] = Invariant($"{options.Seed}"),
            ["class weights"] = options.ClassWeights is { } weights
                ? string.Join(' ', weights.Select(weight => Invariant($"{weight}")))
                : None,
            ["metrics"] = options.Measured is { Count: > 0 } metrics ? string.Join(", ", metrics) : None,
            ["early stopping"] = options.EarlyStopping is { } stopping ? Of(stopping) : None,
        };
    }

    /// <summary>A digest of a network's parameters and running statistics.</summary>
    public static string Of(Network network)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (LiveArray array in network.Arrays.All) Append<float>(hash, array.Values);
        return Digest(hash);
    }

    private static string Of(Dataset data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append<float>(hash, data.Inputs.AsColumnMajorArray());
        Append(hash, data.LabelSpan);
        Append<float>(hash, data.Targets?.AsColumnMajorArray());
        Append<float>(hash, data.Weights?.ToArray());
        string targets = data.Targets is null ? Invariant($"{data.Classes} classes") : Invariant($"{data.Targets.RowCount} targets");
        return Invariant($"{data.Count} samples of {data.Features} features and {targets}, {Digest(hash)}");
    }

    private static string Of(EarlyStopping stopping)
    {
        string watched = stopping.Metric?.ToString() ?? "loss";
        return Invariant($"on {watched}, patience {stopping.Patience}, minimum improvement {stopping.MinimumImprovement}");
    }

    private static string Of(StandardizationDescription? standardization) =>
        standardization is null ? None : Digest<float>([.. standardization.Means, .. standardization.Deviations]);

    private static string Digest<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, values);
        return Digest(hash);
    }

    private static string Digest(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, DigestLength));

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        for (; values.Length > PieceLength; values = values[PieceLength..]) hash.AppendData(MemoryMarshal.AsBytes(values[..PieceLength]));
        hash.AppendData(MemoryMarshal.AsBytes(values));
    }
}
