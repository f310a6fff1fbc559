namespace ResNet;

/// <content>Sample weights.</content>
public sealed partial class Dataset
{
    private readonly float[]? weights;

    private Dataset(Dataset data, float[] weights)
    {
        inputs = data.inputs;
        targets = data.targets;
        labels = data.labels;
        Labels = data.Labels;
        Classes = data.Classes;
        IsMultiLabel = data.IsMultiLabel;
        this.weights = weights;
        Weights = Array.AsReadOnly(weights);
    }

    /// <summary>The weight of each sample in the mean loss Σwℓ/Σw; <c>null</c> where all are equal.</summary>
    public IReadOnlyList<float>? Weights { get; }

    /// <summary>The same samples with weights; inputs and targets are shared, not copied.</summary>
    /// <param name="weights">The weight of each sample: finite, not negative, and not 0 for all. Copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    /// <exception cref="ArgumentException">There are not as many weights as samples, or all of them are 0.</exception>
    public Dataset WithWeights(IReadOnlyList<float> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new(this, CheckedWeights(weights, Count, nameof(weights)));
    }

    /// <summary>A copy of the weights of samples.</summary>
    internal static float[] CheckedWeights(IReadOnlyList<float> weights, int samples, string parameter)
    {
        RefuseOtherCount(samples, weights.Count, parameter);
        float[] copy = [.. weights];
        for (int i = 0; i < copy.Length; i++)
        {
            if (copy[i] >= 0 && float.IsFinite(copy[i])) continue;
            throw new ArgumentOutOfRangeException(parameter, copy[i], $"Weight {i} must be finite and not negative.");
        }

        return NotAllZero(copy, parameter);
    }

    private static float[] NotAllZero(float[] weights, string parameter) => weights.Any(weight => weight > 0)
        ? weights
        : throw new ArgumentException("At least one sample needs a weight above 0.", parameter);

    /// <summary>The weight of one sample, 1 where none are set.</summary>
    internal float WeightOf(int sample) => weights is null ? 1 : weights[sample];
}
