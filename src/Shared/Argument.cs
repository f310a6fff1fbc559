using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>What arguments have to be, in whichever package they are given.</summary>
internal static class Argument
{
    /// <summary>The value, which its enumeration must have.</summary>
    /// <param name="value">the value</param>
    /// <param name="name">the argument's name; may be left out where the value is that argument</param>
    /// <exception cref="ArgumentOutOfRangeException">the enumeration does not have it.</exception>
    public static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"There is no such {typeof(TEnum).Name}.");
}
