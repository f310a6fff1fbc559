namespace ResNet;

/// <summary>What an IDX file holds: unsigned bytes in one or more dimensions, the last of them varying fastest.</summary>
/// <param name="Dimensions">The sizes, each at least 1.</param>
/// <param name="Bytes">The elements, as many as the product of the sizes.</param>
internal sealed record IdxArray(IReadOnlyList<int> Dimensions, byte[] Bytes)
{
    /// <summary>The size of the first dimension.</summary>
    internal int Samples => Dimensions[0];

    /// <summary>The elements of one sample: the product of the other dimensions, 1 where there are none.</summary>
    internal int Features => Bytes.Length / Samples;
}
