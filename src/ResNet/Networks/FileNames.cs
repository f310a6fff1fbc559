namespace ResNet;

/// <summary>
/// Names of version 1 of the format, where the code has come to call a thing otherwise. All others are the code's own: members
/// in snake case, values of enums as they are.
/// </summary>
internal static class FileNames
{
    public const string InputStandardization = "input_scaling";
    public const string TargetStandardization = "target_scaling";

    private static readonly (Enum Value, string Name)[] values = [(BlockOrder.PreNorm, "Normalized")];

    /// <summary>The name of a value.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => values.FirstOrDefault(pair => pair.Value.Equals(value)).Name ?? value.ToString();

    /// <summary>The value of exactly this name.</summary>
    /// <exception cref="ArgumentException">there is none.</exception>
    public static TEnum Value<TEnum>(string name)
        where TEnum : struct, Enum
    {
        foreach ((Enum value, string ofValue) in values)
        {
            if (value is TEnum found && ofValue == name) return found;
        }

        TEnum plain = Descriptions.Value<TEnum>(name);
        return Of(plain) == name ? plain : throw new ArgumentException($"There is no {typeof(TEnum).Name} '{name}'.");
    }
}
