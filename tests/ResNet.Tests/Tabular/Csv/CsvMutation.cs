namespace ResNet.Tests.Tabular;

/// <summary>Small changes of a file, such as chance or another program makes.</summary>
internal static class CsvMutation
{
    private static readonly byte[] telling = [.. ",;\t| \"\\\r\n\0.-%$#=0\u00e9"u8, 0xFF];

    /// <summary>The file after a few changes.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (int changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int place = random.Next(bytes.Count), length = random.Next(Math.Min(12, bytes.Count - place) + 1);
        switch (random.Next(9))
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[place] = telling[random.Next(telling.Length)];
                break;
            case 2:
                bytes.Insert(place, telling[random.Next(telling.Length)]);
                break;
            case 3:
                bytes.RemoveRange(place, length);
                break;
            case 4:
                bytes.InsertRange(place, bytes.GetRange(place, length));
                break;
            case 5:
                int other = random.Next(bytes.Count);
                (bytes[place], bytes[other]) = (bytes[other], bytes[place]);
                break;
            case 6:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 7:
                bytes.AddRange(bytes.GetRange(place, bytes.Count - place));
                break;
            default:
                (byte from, byte to) = (bytes[place], telling[random.Next(telling.Length)]);
                for (int i = 0; i < bytes.Count; i++)
                {
                    if (bytes[i] == from) bytes[i] = to;
                }

                break;
        }
    }
}
