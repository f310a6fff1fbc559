using System.CommandLine;

namespace ResNet.Samples;

/// <summary>What every sample's command line does alike.</summary>
internal static class CommandLine
{
    /// <summary>Exit code for what the user can put right: an option, the data, the output folder.</summary>
    private const int Refused = 2;

    /// <summary>Runs the command; what the user can put right is one line on the error stream.</summary>
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
    /// <param name="description">what it is about</param>
    /// <param name="values">what it takes, the default first</param>
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

    /// <summary>One line; .NET's own additions about parameter and value would only puzzle.</summary>
    private static int Refuse(string message)
    {
        string line = string.Join(' ', message.Split(" (Parameter '")[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Console.Error.WriteLine($"error: {line}");
        return Refused;
    }
}
