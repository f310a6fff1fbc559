namespace ResNet.Tabular;

/// <summary>Brings a number to the scale of the others.</summary>
internal abstract class Scale
{
    public abstract float Of(double value);

    /// <summary>The column's description with the scale added to it.</summary>
    public abstract NumericDescription Describe(NumericDescription column);
}
