namespace ResNet.Tabular;

/// <summary>Scales numbers.</summary>
internal abstract class Scale
{
    public abstract float Of(double value);

    /// <summary>The column's description with the scale added to it.</summary>
    public abstract SavedNumbers Describe(SavedNumbers column);
}
