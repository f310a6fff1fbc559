using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>What a tile does with its finished sums, vector by vector, while they are in registers.</summary>
internal unsafe interface IProductEnd
{
    /// <summary>Takes the sums of the rows and the column at that place: row + column × rows.</summary>
    void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Asks for the cache lines at that place, which are read or written soon.</summary>
    void Bring(nint place);

    /// <summary>
    /// Writes what is there already, so that other processors give up their copies of the line while there is time: a
    /// store that has to wait for that holds up all behind it.
    /// </summary>
    void Claim(nint place);
}

/// <summary>C = g(sum + T).</summary>
internal readonly unsafe struct SumEnd : IProductEnd
{
    public float* C { get; init; }

    /// <summary>T; null for zero.</summary>
    public float* Addend { get; init; }

    /// <summary>What g multiplies by where the sign is not positive; 1 for no rectifier.</summary>
    public float Slope { get; init; }

    /// <summary>Whose sign decides for g; null for the sums' own.</summary>
    public float* Sign { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bring(nint place)
    {
        Ahead.BringNearest(C + place);
        if (Sign != null) Ahead.BringNearest(Sign + place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Claim(nint place) => C[place] = C[place];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        if (Addend != null) sums = TSimd.Add(sums, TSimd.Load(Addend + place));
        if (Slope != 1)
        {
            // by another's sign a NaN must not be cut: 0 · NaN stays NaN
            sums = Sign == null && Slope == 0
                ? TSimd.KeepWhereOn(sums, sums)
                : TSimd.LeakWhereOff(sums, Sign == null ? sums : TSimd.Load(Sign + place), Slope);
        }

        TSimd.Store(sums, C + place);
    }
}

/// <summary>The sums are a weight's gradient, and the optimizer's update uses it up at once.</summary>
internal readonly unsafe struct UpdateEnd<TUpdate> : IProductEnd
    where TUpdate : struct, IUpdate
{
    public TUpdate Update { get; init; }

    public float* Weight { get; init; }

    public float* First { get; init; }

    /// <summary>Null where the optimizer remembers one moment.</summary>
    public float* Second { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bring(nint place)
    {
        Ahead.BringNearest(Weight + place);
        Ahead.BringNearest(First + place);
        if (Second != null) Ahead.BringNearest(Second + place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Claim(nint place) => Weight[place] = Weight[place];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct =>
        Update.Apply<TSimd, TVector>(Weight + place, sums, First + place, Second + place);
}
