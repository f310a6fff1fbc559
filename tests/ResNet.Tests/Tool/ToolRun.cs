using System.Text;
using ResNet.Tool;

namespace ResNet.Tests.Tool;

/// <summary>The command <c>resnet</c> in this process, in a folder of its own.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>What the last command wrote to standard output.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What it wrote to standard error.</summary>
    public string Error { get; private set; } = "";

    public string[] Lines => Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(folder, name);

    /// <summary>Writes a file.</summary>
    public string With(string name, params IEnumerable<string> lines)
    {
        File.WriteAllLines(this[name], lines);
        return this[name];
    }

    /// <summary>Sixty shops: a number, a category, a weight, and whether they are open, which the number says.</summary>
    public static IEnumerable<string> Shops(string head = "size,kind,weight,open") =>
        Enumerable.Range(0, 60).Select(i => $"{i % 10}.5,{(i % 3 == 0 ? "food" : "books")},{1 + i % 2},{(i % 10 > 4 ? "yes" : "no")}")
            .Prepend(head);

    /// <summary>Trains a model of the shops and saves it.</summary>
    public string Model(params string[] options)
    {
        Run(["train", With("shops.csv", Shops()), "--label", "open", "--save", this["m.safetensors"], "--epochs", "3", .. options])
            .Should().Be(ExitCode.Done, Error);
        return this["m.safetensors"];
    }

    public ExitCode Run(params string[] arguments) => Answer("", arguments);

    /// <summary>Runs with a text as standard input.</summary>
    public ExitCode Answer(string input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(input));
        ExitCode code = ToolCommand.Run(arguments, new ToolConsole(bytes, output, error));
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
