using System.CommandLine;

namespace ResNet.Samples;

/// <summary>What the command lines of all samples have in common.</summary>
internal static class CommandLine
{
    /// <summary>Exit code for errors of the user: an option, the data, the output folder.</summary>
    private const int Refused = 2;

    /// <summary>Runs the command; an error of the user is one line on standard error.</summary>
    /// <returns>the exit code</returns>
    public static int Run(RootCommand command, string[] arguments)
    {
        ParseResult result = command.Parse(arguments);
        if (result.Errors.Count > 0) return Refuse(result.Errors[0].Message);

        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (
            exception is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse(exception.Message);
        }
    }

    public static Option<T> Number<T>(string name, string description, T value)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
        };

    /// <param name="name">the option's name</param>
    /// <param name="description">its description</param>
    /// <param name="values">its possible values, the default first</param>
    public static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
        };
        return option.AcceptOnlyFromAmong(values);
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(ErrorLine.Of(message));
        return Refused;
    }
}
