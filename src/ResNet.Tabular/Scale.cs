namespace ResNet.Tabular;

/// <summary>Brings a number to the scale of the others.</summary>
internal abstract class Scale
{
    public abstract float Of(double value);
}
