namespace ResNet;

/// <summary>Errors of the user as programs print them.</summary>
internal static class ErrorLine
{
    /// <summary>One line, without the parameter name and value that .NET appends to messages.</summary>
    public static string Of(string message)
    {
        string[] words = message.Split(" (Parameter '")[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return $"error: {string.Join(' ', words)}";
    }
}
