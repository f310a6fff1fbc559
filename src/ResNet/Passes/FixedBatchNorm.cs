using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Batch norm with running statistics, as one multiplication and two additions for each feature: y = a·z + c₁ + c₂ with
/// a = γ/√(σ² + ε) and c₁ + c₂ = β − a·μ, for the a that single precision has. Not multiplied into the weights before z, which would
/// round differently.
/// </summary>
internal sealed class FixedBatchNorm
{
    private readonly NormPart part;
    private readonly float[] mean;
    private readonly float[] variance;
    private readonly Parameter gamma;
    private readonly Parameter beta;

    /// <summary>a, c₁ and c₂ of each feature, a copy for each lane.</summary>
    private readonly AlignedArray[] rows;

    public FixedBatchNorm(Plan plan, NormPart part, PartArrays arrays)
    {
        this.part = part;
        mean = arrays.Statistic(NormPart.RunningMean);
        variance = arrays.Statistic(NormPart.RunningVariance);
        gamma = arrays.Parameter(NormPart.Gamma);
        beta = arrays.Parameter(NormPart.Beta);
        rows = [.. Enumerable.Range(0, plan.Lanes).Select(_ => new AlignedArray(3 * mean.Length))];
    }

    /// <summary>Begins an epilogue with this norm.</summary>
    public Epilogue Fuse(Lane lane, Epilogue epilogue)
    {
        return epilogue with { RowScale = Row(lane, 0), RowShift = Row(lane, 1), RowRemainder = Row(lane, 2) };
    }

    /// <summary>Computes them anew for a pass: the parameters may have been written to.</summary>
    public void Settle(Lane lane)
    {
        Span<float> scale = Row(lane, 0), shift = Row(lane, 1), remainder = Row(lane, 2);
        ReadOnlySpan<float> ofGamma = gamma.Values, ofBeta = beta.Values;
        Vector256<double> epsilon = Vector256.Create((double)part.Epsilon);
        int i = 0;
        for (; i + 4 <= mean.Length; i += 4)
        {
            Vector128<float> a = Narrow(Wide(ofGamma, i) / Vector256.Sqrt(Wide(variance, i) + epsilon));
            Vector256<double> c = Wide(ofBeta, i) - Wide(a) * Wide(mean, i);
            Vector128<float> near = Narrow(c);
            a.CopyTo(scale[i..]);
            near.CopyTo(shift[i..]);
            Narrow(c - Wide(near)).CopyTo(remainder[i..]);
        }

        for (; i < mean.Length; i++)
        {
            scale[i] = (float)(ofGamma[i] / Math.Sqrt(variance[i] + (double)part.Epsilon));
            double c = ofBeta[i] - (double)scale[i] * mean[i];
            shift[i] = (float)c;
            remainder[i] = (float)(c - shift[i]);
        }
    }

    private Span<float> Row(Lane lane, int row) => rows[lane.Index].Values.Slice(row * mean.Length, mean.Length);

    private static Vector256<double> Wide(ReadOnlySpan<float> values, int first) => Wide(Vector128.Create(values[first..]));

    private static Vector256<double> Wide(Vector128<float> values)
    {
        (Vector128<double> low, Vector128<double> high) = Vector128.Widen(values);
        return Vector256.Create(low, high);
    }

    private static Vector128<float> Narrow(Vector256<double> values) => Vector128.Narrow(values.GetLower(), values.GetUpper());
}
