using System.Buffers.Binary;
using System.Text;

namespace ResNet.Bits;

/// <summary>Digests of a network's file: of its description, and of the names, shapes, order and bits of its arrays.</summary>
internal static class SavedHash
{
    public static (string Description, string Arrays) Of(Network network)
    {
        var file = new MemoryStream();
        network.Save(file);
        ReadOnlySpan<byte> bytes = file.ToArray();
        int header = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        using var json = System.Text.Json.JsonDocument.Parse(Encoding.UTF8.GetString(bytes.Slice(sizeof(ulong), header)));
        var arrays = new StringBuilder();
        string description = string.Empty;
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__") description = entry.Value.GetProperty("network").GetString()!;
            else arrays.Append(entry.Name).Append(entry.Value.GetRawText());
        }

        byte[] names = Encoding.UTF8.GetBytes(arrays.ToString());
        return (Digest.Of(Encoding.UTF8.GetBytes(description)), Digest.Of([.. names, .. bytes[(sizeof(ulong) + header)..]]));
    }
}
