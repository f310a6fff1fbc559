using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// The sums of one tile, kept in registers over the whole depth: one or two vectors of rows × up to twelve columns.
/// </summary>
internal unsafe ref struct TileSums<TSimd, TVector, TVectors, TColumns>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TVectors : struct, ICount
    where TColumns : struct, ICount
{
    private TVector c00, c01, c02, c03, c04, c05, c06, c07, c08, c09, c0a, c0b;
    private TVector c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c1a, c1b;

    /// <summary>Loads the values to start from; the columns are a stride apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(float* start, nint column)
    {
        Load(0, ref start, column, ref c00, ref c10);
        Load(1, ref start, column, ref c01, ref c11);
        Load(2, ref start, column, ref c02, ref c12);
        Load(3, ref start, column, ref c03, ref c13);
        Load(4, ref start, column, ref c04, ref c14);
        Load(5, ref start, column, ref c05, ref c15);
        Load(6, ref start, column, ref c06, ref c16);
        Load(7, ref start, column, ref c07, ref c17);
        Load(8, ref start, column, ref c08, ref c18);
        Load(9, ref start, column, ref c09, ref c19);
        Load(10, ref start, column, ref c0a, ref c1a);
        Load(11, ref start, column, ref c0b, ref c1b);
    }

    /// <summary>Adds a·bᵀ for one column a of A and one row bᵀ of B; may copy a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TCopies>(float* a, float* b, nint bColumn, nint three, float* copy)
        where TCopies : struct, ISwitch
    {
        // four columns from each of three pointers, so that every address is a pointer plus 1 or 2 times one of two strides
        float* b4 = b + 4 * bColumn, b8 = b + 8 * bColumn;
        TVector a0 = TSimd.Load(a);
        TVector a1 = TVectors.Value > 1 ? TSimd.Load(a + TSimd.Count) : default;
        if (TCopies.IsOn) TSimd.Store(a0, copy);
        if (TCopies.IsOn && TVectors.Value > 1) TSimd.Store(a1, copy + TSimd.Count);
        Accumulate(a0, a1, b, ref c00, ref c10);
        if (TColumns.Value > 1) Accumulate(a0, a1, b + bColumn, ref c01, ref c11);
        if (TColumns.Value > 2) Accumulate(a0, a1, b + 2 * bColumn, ref c02, ref c12);
        if (TColumns.Value > 3) Accumulate(a0, a1, b + three, ref c03, ref c13);
        if (TColumns.Value > 4) Accumulate(a0, a1, b4, ref c04, ref c14);
        if (TColumns.Value > 5) Accumulate(a0, a1, b4 + bColumn, ref c05, ref c15);
        if (TColumns.Value > 6) Accumulate(a0, a1, b4 + 2 * bColumn, ref c06, ref c16);
        if (TColumns.Value > 7) Accumulate(a0, a1, b4 + three, ref c07, ref c17);
        if (TColumns.Value > 8) Accumulate(a0, a1, b8, ref c08, ref c18);
        if (TColumns.Value > 9) Accumulate(a0, a1, b8 + bColumn, ref c09, ref c19);
        if (TColumns.Value > 10) Accumulate(a0, a1, b8 + 2 * bColumn, ref c0a, ref c1a);
        if (TColumns.Value > 11) Accumulate(a0, a1, b8 + three, ref c0b, ref c1b);
    }

    /// <summary>Hands the vectors to the end, column by column, starting with a row at an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store<TEnd>(in TEnd end, nint row, nint place, nint rows)
        where TEnd : struct, IProductEnd
    {
        Store(0, end, row, ref place, rows, c00, c10);
        Store(1, end, row, ref place, rows, c01, c11);
        Store(2, end, row, ref place, rows, c02, c12);
        Store(3, end, row, ref place, rows, c03, c13);
        Store(4, end, row, ref place, rows, c04, c14);
        Store(5, end, row, ref place, rows, c05, c15);
        Store(6, end, row, ref place, rows, c06, c16);
        Store(7, end, row, ref place, rows, c07, c17);
        Store(8, end, row, ref place, rows, c08, c18);
        Store(9, end, row, ref place, rows, c09, c19);
        Store(10, end, row, ref place, rows, c0a, c1a);
        Store(11, end, row, ref place, rows, c0b, c1b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(int j, ref float* source, nint column, ref TVector c0, ref TVector c1)
    {
        if (j >= TColumns.Value) return;
        c0 = TSimd.Load(source);
        if (TVectors.Value > 1) c1 = TSimd.Load(source + TSimd.Count);
        source += column;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(TVector a0, TVector a1, float* b, ref TVector c0, ref TVector c1)
    {
        TVector broadcast = TSimd.Broadcast(*b);
        c0 = TSimd.MultiplyAdd(a0, broadcast, c0);
        if (TVectors.Value > 1) c1 = TSimd.MultiplyAdd(a1, broadcast, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEnd>(int j, in TEnd end, nint row, ref nint place, nint rows, TVector c0, TVector c1)
        where TEnd : struct, IProductEnd
    {
        if (j >= TColumns.Value) return;
        end.Store<TSimd, TVector>(c0, row, place);
        if (TVectors.Value > 1) end.Store<TSimd, TVector>(c1, row + TSimd.Count, place + TSimd.Count);
        place += rows;
    }
}
