using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>The command line.</summary>
internal static class StudyCommand
{
    private static readonly DepthStudyOptions defaults = new();

    private static readonly Option<string> data = new("--data")
    {
        Description = "spirals (generated), or a folder with train-images-idx3-ubyte and train-labels-idx1-ubyte, plain or .gz",
        HelpName = "spirals|FOLDER",
        DefaultValueFactory = _ => StudyData.SpiralsName,
    };

    private static readonly Option<int?> samples = new("--samples")
    {
        Description = "how many samples: the first ones of a folder, or spiral points to generate [default: all, or 600 points]",
        HelpName = "N",
    };

    private static readonly Option<int[]> depths = List("--depths", "numbers of layers, even", defaults.Depths, int.TryParse);
    private static readonly Option<int> width = CommandLine.Number("--width", "neurons in a layer", defaults.Width);
    private static readonly Option<int> epochs = CommandLine.Number("--epochs", "passes through the data in a run", defaults.Epochs);
    private static readonly Option<int> batch = CommandLine.Number("--batch", "samples in a mini-batch", defaults.BatchSize);
    private static readonly Option<int> seeds = CommandLine.Number("--seeds", "how many seeds each median is over", defaults.Seeds);

    private static readonly Option<float[]> learningRates =
        List("--learning-rates", "the learning rates among which each best one is searched", defaults.LearningRates, float.TryParse);

    private static readonly Option<NetworkKind[]> kinds =
        List<NetworkKind>("--kinds", "plain, residual or both", defaults.Kinds, TryParseKind);

    private static readonly Option<string> order = CommandLine.Choice("--order", "order in the residual blocks", "post", "pre");
    private static readonly Option<string> normalization =
        CommandLine.Choice("--normalization", "normalization in both kinds", "none", "batch", "layer");

    private static readonly Option<string> output = new("--output")
    {
        Description = "the folder that depth-study.csv, .json, .png and .svg are written to",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "depth-study",
    };

    private static readonly Option<int> threads = CommandLine.Number("--threads", "runs in parallel", Environment.ProcessorCount);

    private delegate bool TryParse<T>(string text, IFormatProvider culture, out T value);

    public static int Run(string[] arguments)
    {
        var command = new RootCommand("Training error against number of layers, of plain networks and their residual counterparts.")
        {
            data, samples, depths, width, epochs, batch, seeds, learningRates, kinds, order, normalization, output, threads,
        };
        command.SetAction(line => StudySession.Run(Request(line)));
        return CommandLine.Run(command, arguments);
    }

    private static StudyRequest Request(ParseResult line) => new(
        line.GetRequiredValue(data),
        line.GetValue(samples),
        new DepthStudyOptions
        {
            Depths = line.GetResult(depths) is null ? defaults.Depths : line.GetRequiredValue(depths),
            Width = line.GetRequiredValue(width),
            Epochs = line.GetRequiredValue(epochs),
            BatchSize = line.GetRequiredValue(batch),
            Seeds = line.GetRequiredValue(seeds),
            LearningRates = line.GetResult(learningRates) is null ? defaults.LearningRates : line.GetRequiredValue(learningRates),
            Kinds = line.GetResult(kinds) is null ? defaults.Kinds : line.GetRequiredValue(kinds),
            Order = line.GetRequiredValue(order) == "pre" ? BlockOrder.PreActivation : BlockOrder.PostActivation,
            Normalization = Enum.Parse<Normalization>(line.GetRequiredValue(normalization), ignoreCase: true),
            Threads = line.GetRequiredValue(threads),
        },
        line.GetRequiredValue(output));

    private static Option<T[]> List<T>(string name, string description, IReadOnlyList<T> values, TryParse<T> tryParse) => new(name)
    {
        // help would show the value of a default value factory as 2|4|8
        Description = $"{description} [default: {string.Join(',', values).ToLowerInvariant()}]",
        HelpName = "A,B,…",
        CustomParser = result => Parse(name, result, tryParse),
        AllowMultipleArgumentsPerToken = true,
    };

    private static T[] Parse<T>(string name, ArgumentResult result, TryParse<T> tryParse)
    {
        List<T> values = [];
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (tryParse(part.Trim(), CultureInfo.InvariantCulture, out T value)) values.Add(value);
            else result.AddError($"{name} cannot be '{part}'.");
        }

        return [.. values];
    }

    private static bool TryParseKind(string text, IFormatProvider culture, out NetworkKind kind) =>
        Enum.TryParse(text, ignoreCase: true, out kind) && !char.IsDigit(text[0]);
}
