namespace ResNet.Samples;

/// <summary>The names of the library's values in files and tables.</summary>
internal static class Words
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
