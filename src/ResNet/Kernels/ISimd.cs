namespace ResNet;

/// <summary>
/// The few vector operations that kernels use, so that one kernel serves every register width. Each gives an element the
/// same bits at every width.
/// </summary>
/// <typeparam name="TVector">the register type</typeparam>
internal unsafe interface ISimd<TVector>
    where TVector : struct
{
    static abstract int Count { get; }

    static abstract TVector Broadcast(float value);

    static abstract TVector Load(float* source);

    static abstract void Store(TVector value, float* destination);

    /// <summary>Stores past the caches, where the processor can; the destination is aligned to the vector's size.</summary>
    static abstract void StoreNonTemporal(TVector value, float* destination);

    /// <summary>Stores in double precision.</summary>
    static abstract void Widen(TVector value, double* destination);

    /// <summary>x · y + z: fused (rounded once) where the processor has a fast instruction for it, else rounded twice.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

    static abstract TVector Add(TVector x, TVector y);

    static abstract TVector Subtract(TVector x, TVector y);

    static abstract TVector Multiply(TVector x, TVector y);

    static abstract TVector Divide(TVector x, TVector y);

    static abstract TVector Sqrt(TVector x);

    static abstract TVector Abs(TVector x);

    /// <summary>The number whose exponent's bits are the lowest bits of x, and whose others are 0.</summary>
    static abstract TVector FromExponent(TVector x);

    /// <summary>0 where the sign is negative or zero, else x; a sign that is NaN keeps x.</summary>
    static abstract TVector KeepWhereOn(TVector x, TVector sign);

    /// <summary>slope · x where the sign is negative or zero, else x; a sign that is NaN keeps x.</summary>
    static abstract TVector LeakWhereOff(TVector x, TVector sign, float slope);

    /// <summary>
    /// Transposes <see cref="Count"/> rows × 4 columns: writes the first value of every row, then the second of every row, and
    /// so on to the fourth.
    /// </summary>
    static abstract void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn);
}
