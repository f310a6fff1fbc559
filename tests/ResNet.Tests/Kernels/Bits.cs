using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Kernels;

/// <summary>Floats as the bits they are, so that −0 differs from +0 and a NaN equals itself.</summary>
internal static class Bits
{
    public static int[] Of(ReadOnlySpan<float> values) => System.Runtime.InteropServices.MemoryMarshal.Cast<float, int>(values).ToArray();

    public static int[] Of(Matrix<float> matrix) => Of(matrix.ToColumnMajorArray());

    /// <summary>All weights and running statistics of a network.</summary>
    public static int[] Of(Network network) =>
    [
        .. network.Parameters.SelectMany(parameter => Of(parameter.Values)),
        .. network.Running().SelectMany(array => Of(array.Values)),
    ];
}
