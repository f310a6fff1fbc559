namespace ResNet;

/// <summary>The affine map z = W a + b, or the linear z = W a of a projection.</summary>
internal sealed class Affine
{
    public Affine(string name, int inputs, int outputs, bool bias)
    {
        Name = name;
        Weight = new Parameter(Module.Join(name, "weight"), ParameterKind.Weight, outputs, inputs);
        if (bias) Bias = new Parameter(Module.Join(name, "bias"), ParameterKind.Bias, outputs, 1);
    }

    public string Name { get; }

    public int Inputs => Weight.Value.ColumnCount;

    public int Outputs => Weight.Value.RowCount;

    /// <summary>W, outputs × inputs.</summary>
    public Parameter Weight { get; }

    /// <summary>b, outputs × 1; none in a projection.</summary>
    public Parameter? Bias { get; }

    public IEnumerable<Parameter> Parameters => Bias is null ? [Weight] : [Weight, Bias];

    /// <summary>z = W a + b.</summary>
    public Signal Wire(Plan plan, Signal a) => plan.Append(new AffineOperation(plan, this, a));
}
