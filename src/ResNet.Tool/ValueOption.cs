using System.CommandLine;
using System.Globalization;

namespace ResNet.Tool;

/// <summary>Options with a value; a message about another value names the option, the value, and what it could be.</summary>
internal static class ValueOption
{
    public static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    /// <summary>An option that may be given several times.</summary>
    public static Option<string[]> Texts(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, DefaultValueFactory = _ => [] };

    public static Option<int?> Whole(string name, int least, string description) => Of<int?>(
        name, "N", description, $"a whole number of at least {least}", text =>
            int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) is var number && number >= least
                ? number
                : throw new FormatException());

    /// <param name="name">the option's name</param>
    /// <param name="mayBeZero">whether 0 is one of its values</param>
    /// <param name="below">what they are below</param>
    /// <param name="description">its description</param>
    public static Option<float?> Number(string name, bool mayBeZero, float below, string description) => Of<float?>(
        name,
        "X",
        description,
        string.Create(CultureInfo.InvariantCulture, $"a number {(mayBeZero ? "from" : "above")} 0 and below {below}, such as 0.15"),
        text => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
            && (number > 0 || (mayBeZero && number == 0)) && number < below
                ? number
                : throw new FormatException());

    /// <summary>One of a few values.</summary>
    public static Option<T?> Choice<T>(string name, string description, params (string Text, T Value)[] values)
        where T : struct
    {
        string all = string.Join("|", values.Select(value => value.Text));
        return Of<T?>(name, all, description, all.Replace("|", " or "), text =>
            values.Where(value => value.Text == text).Select(value => (T?)value.Value).FirstOrDefault() ?? throw new FormatException());
    }

    /// <summary>A value of any kind.</summary>
    /// <param name="name">the option's name</param>
    /// <param name="value">what its value is called in the help</param>
    /// <param name="description">its description</param>
    /// <param name="expected">what its value must be, for messages</param>
    /// <param name="read">reads it; throws what .NET throws of a text that is none</param>
    public static Option<T> Of<T>(string name, string value, string description, string expected, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = value,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            try
            {
                return read(text);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
            {
                result.AddError($"{name} is '{text}', but must be {expected}.");
                return default;
            }
        },
    };
}
