namespace ResNet;

/// <summary>The live arrays of one part.</summary>
/// <param name="Live">the arrays of all</param>
/// <param name="Place">the part's full name</param>
internal readonly record struct PartArrays(LiveArrays Live, string Place)
{
    public Parameter Parameter(string name) => Live[Part.Join(Place, name)].Parameter!;

    public float[] Statistic(string name) => Live[Part.Join(Place, name)].Values;
}
