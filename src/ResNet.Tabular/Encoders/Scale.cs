namespace ResNet.Tabular;

/// <summary>Scales numbers.</summary>
internal abstract class Scale
{
    public abstract float Of(double value);

    /// <summary>How it scales, such as "less its mean, in standard deviations".</summary>
    public abstract string Words { get; }

    /// <summary>The column's description with the scale added to it.</summary>
    public abstract SavedNumbers Describe(SavedNumbers column);
}
