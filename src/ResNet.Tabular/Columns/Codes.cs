using System.Runtime.CompilerServices;

namespace ResNet.Tabular;

/// <summary>A list of codes, each from <see cref="Column.Nothing"/> on, in as few bytes as the greatest of some thousands needs.</summary>
internal sealed class Codes
{
    private const int Bits = 15;
    private const int Length = 1 << Bits;

    /// <summary>Full pieces: codes + 1 as bytes, shorts of 16 bits or integers.</summary>
    private readonly List<Array> pieces = [];

    /// <summary>The last piece, of codes + 1.</summary>
    private int[] last = new int[4];
    private int used;

    /// <summary>All bits that are set in one of the last piece's numbers.</summary>
    private int bits;

    public int Count => (pieces.Count << Bits) + used;

    public int this[int index]
    {
        get
        {
            int piece = index >> Bits, place = index & (Length - 1);
            if (piece == pieces.Count) return last[place] - 1;
            return pieces[piece] switch
            {
                byte[] codes => codes[place] - 1,
                ushort[] codes => codes[place] - 1,
                Array codes => ((int[])codes)[place] - 1,
            };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int code)
    {
        if (used == last.Length) Grow();
        last[used++] = code + 1;
        bits |= code + 1;
    }

    private void Grow()
    {
        if (used < Length)
        {
            Array.Resize(ref last, 2 * used);
            return;
        }

        pieces.Add(bits <= byte.MaxValue ? Array.ConvertAll(last, code => (byte)code)
            : bits <= ushort.MaxValue ? Array.ConvertAll(last, code => (ushort)code)
            : last.ToArray());
        used = bits = 0;
    }
}
