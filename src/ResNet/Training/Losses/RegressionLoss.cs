namespace ResNet;

/// <summary>A regression loss: ℓ = Σₖ ρ(zₖ − tₖ)/K, with a penalty ρ of the deviation of each of the K outputs.</summary>
public abstract class RegressionLoss : Loss
{
    private protected RegressionLoss()
    {
    }

    private protected interface IPenalty
    {
        /// <summary>ρ(d) and ρ'(d).</summary>
        (float Value, float Slope) Of(float deviation);
    }

    /// <inheritdoc/>
    public override void Check(Dataset data, int outputs, string parameter)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Targets is null) throw Mismatch(parameter, $"{Title} needs regression targets; this data set has class labels.");
        if (data.Targets.RowCount != outputs)
        {
            throw Mismatch(parameter, $"The targets have {data.Targets.RowCount} rows, but the network has {outputs} outputs.");
        }
    }

    private protected abstract string Title { get; }

    private protected static float Mean<TPenalty>(TPenalty penalty, ReadOnlySpan<float> z, ReadOnlySpan<float> target, Span<float> gradient)
        where TPenalty : struct, IPenalty
    {
        float sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            (float value, float slope) = penalty.Of(z[i] - target[i]);
            sum += value;
            if (!gradient.IsEmpty) gradient[i] = slope / z.Length;
        }

        return sum / z.Length;
    }
}
