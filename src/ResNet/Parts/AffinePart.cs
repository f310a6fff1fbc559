namespace ResNet;

/// <summary>The affine map z = W a + b of each column a of a sample, or the linear z = W a of a projection.</summary>
public sealed record AffinePart : Part
{
    internal const string Weight = "weight";
    internal const string Bias = "bias";

    internal AffinePart(string name, SampleShape input, int outputs, FirstValues weight, bool hasBias = true)
        : base(name, input, input with { Features = outputs })
    {
        FirstWeight = weight;
        HasBias = hasBias;
    }

    /// <summary>Whether there is a b.</summary>
    public bool HasBias { get; }

    /// <summary>How W begins; b begins at 0.</summary>
    public FirstValues FirstWeight { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays
    {
        get
        {
            var weight = new PartArray(NameOf(Weight), Output.Features, Input.Features, ArrayKind.Weight, FirstWeight);
            return HasBias ? [weight, new(NameOf(Bias), Output.Features, null, ArrayKind.Bias, FirstValues.Constant(0))] : [weight];
        }
    }

    /// <inheritdoc/>
    public override long Multiplications => (long)Input.Features * Output.Features * Input.Columns;
}
