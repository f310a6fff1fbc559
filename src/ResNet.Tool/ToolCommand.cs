using System.CommandLine;
using System.Reflection;

namespace ResNet.Tool;

/// <summary>The command <c>resnet</c>, and what becomes of errors.</summary>
internal static class ToolCommand
{
    private static readonly string version =
        typeof(ToolCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static ExitCode Run(string[] arguments, ToolConsole console)
    {
        if (arguments is ["--version"])
        {
            console.Output.WriteLine(version);
            return ExitCode.Done;
        }

        var command = new RootCommand("Neural networks for CSV files: train models, measure them, and predict.")
        {
            DescribeCommand.On(console), TrainCommand.On(console), PredictCommand.On(console),
            EvaluateCommand.On(console), ImportanceCommand.On(console), ExportCommand.On(console),
        };
        string[] given = arguments.Length == 0 ? ["--help"] : arguments;
        ParseResult line = command.Parse(given, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.UnmatchedTokens is [var unknown, ..])
        {
            return Refuse(console, $"There is no command or option '{unknown}' here; --help tells.");
        }

        return line.Errors.Count > 0 ? Refuse(console, line.Errors[0].Message) : Run(line, console);
    }

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        try
        {
            return (ExitCode)line.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, Output = console.Output, Error = console.Error,
            });
        }
        catch (IOException exception) when (StandardOutput.IsClosed(exception))
        {
            return ExitCode.Done; // whoever reads the answers has enough of them
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (
            exception is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse(console, exception.Message);
        }
        catch (Exception exception)
        {
            console.Error.WriteLine($"This is a defect of resnet {version}; please report it: {exception}");
            return ExitCode.Defect;
        }
    }

    private static ExitCode Refuse(ToolConsole console, string message)
    {
        console.Error.WriteLine(ErrorLine.Of(console.Words(message)));
        return ExitCode.Refused;
    }
}
