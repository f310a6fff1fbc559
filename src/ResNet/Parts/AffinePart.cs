namespace ResNet;

/// <summary>The affine map z = W a + b of each column a of a sample, or the linear z = W a of a projection.</summary>
/// <param name="Name">the name within its stage</param>
/// <param name="Input">what it takes of a sample</param>
/// <param name="Outputs">the features that it gives</param>
/// <param name="FirstWeight">how W begins; b begins at 0</param>
/// <param name="HasBias">whether there is a b</param>
public sealed record AffinePart(string Name, SampleShape Input, int Outputs, FirstValues FirstWeight, bool HasBias = true)
    : Part(Name, Input, Input with { Features = Outputs })
{
    internal const string Weight = "weight";
    internal const string Bias = "bias";

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays
    {
        get
        {
            var weight = new PartArray(Join(Name, Weight), Outputs, Input.Features, ArrayKind.Weight, FirstWeight);
            return HasBias ? [weight, Vector(Bias, ArrayKind.Bias, FirstValues.Constant(0))] : [weight];
        }
    }

    /// <inheritdoc/>
    public override long Multiplications => (long)Input.Features * Outputs * Input.Columns;
}
