namespace ResNet.Samples;

/// <summary>The names that the files and the table give to the library's values.</summary>
internal static class Words
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
