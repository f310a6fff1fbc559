using System.Globalization;

namespace ResNet;

/// <summary>What a sample is at some place of a network: so many features in each of so many columns.</summary>
/// <param name="Features">features, the rows of the matrices that affine maps multiply</param>
/// <param name="Columns">columns that a sample takes, 1 unless told otherwise</param>
public readonly record struct SampleShape(int Features, int Columns = 1)
{
    /// <summary>The number of values.</summary>
    public int Values => checked(Features * Columns);

    /// <summary>The features, and the columns where there are several.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Features}{(Columns == 1 ? "" : $" × {Columns}")}");
}
