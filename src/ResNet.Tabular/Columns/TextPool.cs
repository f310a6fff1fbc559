using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace ResNet.Tabular;

/// <summary>Different texts, each with a code: 0, 1, 2, … in the order in which they came. UTF-8, one after another in one array.</summary>
/// <param name="most">the most bytes of all texts together</param>
internal sealed class TextPool(int most)
{
    /// <summary>Texts of so many bytes are compared as one number.</summary>
    private const int Short = 8;

    /// <summary>Differ from process to process, so that no file can be made to fill one slot.</summary>
    private static readonly ulong mixer = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>A hash table with open addressing: codes + 1, 0 where a slot is free; at most half of it is in use.</summary>
    private int[] slots = new int[8];
    private byte[] bytes = new byte[32];
    private int[] ends = new int[4];

    /// <summary>Of a short text its bytes, of a longer one its hash.</summary>
    private ulong[] keys = new ulong[4];

    public TextPool()
        : this(Array.MaxLength)
    {
    }

    public int Count { get; private set; }

    private int Length => Count == 0 ? 0 : ends[Count - 1];

    /// <summary>The text of a code.</summary>
    public ReadOnlySpan<byte> this[int code] => bytes.AsSpan((code == 0 ? 0 : ends[code - 1])..ends[code]);

    /// <summary>The code of a text, which is added where it is new.</summary>
    /// <exception cref="InvalidDataException">the texts are longer than 2 GB together.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        ulong key = KeyOf(text);
        int slot = SlotOf(key);
        while (slots[slot] is > 0 and int code)
        {
            if (keys[code - 1] == key && IsAt(code - 1, text)) return code - 1;
            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = Count + 1;
        Append(text, key);
        if (Count > slots.Length / 2) Rehash();
        return Count - 1;
    }

    public string[] ToStrings()
    {
        string[] texts = new string[Count];
        for (int code = 0; code < texts.Length; code++) texts[code] = Encoding.UTF8.GetString(this[code]);
        return texts;
    }

    private static ulong KeyOf(ReadOnlySpan<byte> text)
    {
        int length = text.Length;
        if (length > Short)
        {
            var hash = new HashCode();
            hash.AddBytes(text);
            return (ulong)hash.ToHashCode();
        }

        if (length == Short) return BinaryPrimitives.ReadUInt64LittleEndian(text);
        if (length >= 4)
        {
            ulong end = BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(text) | (end << 32);
        }


        return length == 0 ? 0 : text[0] | ((uint)text[length / 2] << 8) | ((uint)text[^1] << 16);
    }

    /// <summary>Whether a text whose key is that of a code is its text: of short ones of one length the key decides.</summary>
    private bool IsAt(int code, ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> other = this[code];
        return other.Length == text.Length && (text.Length <= Short || other.SequenceEqual(text));
    }

    private int SlotOf(ulong key) => (int)((key ^ (key >> 29)) * mixer >> 32) & (slots.Length - 1);

    private void Append(ReadOnlySpan<byte> text, ulong key)
    {
        if (Length > most - text.Length)
        {
            throw new InvalidDataException("its different texts are longer than 2 GB together; leave the column out of the file.");
        }

        int end = Length + text.Length;
        if (end > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(Math.Max(2L * bytes.Length, end), Array.MaxLength));
        if (Count == ends.Length)
        {
            Array.Resize(ref ends, 2 * Count);
            Array.Resize(ref keys, 2 * Count);
        }

        text.CopyTo(bytes.AsSpan(Length));
        ends[Count] = end;
        keys[Count] = key;
        Count++;
    }

    private void Rehash()
    {
        slots = new int[4 * slots.Length];
        for (int code = 0; code < Count; code++)
        {
            int slot = SlotOf(keys[code]);
            while (slots[slot] > 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = code + 1;
        }
    }
}
