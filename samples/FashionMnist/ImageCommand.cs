using System.CommandLine;

namespace ResNet.Samples;

/// <summary>The command line.</summary>
internal static class ImageCommand
{
    private static readonly Option<string> data = new("--data")
    {
        Description =
            "shapes (generated), or a folder with the four files of Fashion-MNIST, train-images-idx3-ubyte and so on, plain or .gz",
        HelpName = "shapes|FOLDER",
        DefaultValueFactory = _ => ImageData.ShapesName,
    };

    private static readonly Option<int?> samples = new("--samples")
    {
        Description = "how many training images: the first ones of a folder, or shapes to generate " +
            $"[default: all, or {ImageData.TrainingShapes} shapes]",
        HelpName = "N",
    };

    private static readonly Option<double> validation = Share("--validation", "share of the training images held out for validation", 0.1);
    private static readonly Option<int> width = CommandLine.Number("--width", "neurons in a layer", 512);
    private static readonly Option<int> blocks = CommandLine.Number("--blocks", "blocks of two layers", 2);

    private static readonly Option<bool> plain = new("--plain") { Description = "plain blocks instead of residual ones" };
    private static readonly Option<double> dropout = Share("--dropout", "share of activations dropped in training", 0.3);
    private static readonly Option<double> smoothing = Share("--smoothing", "share of every label that is spread over all classes", 0.1);
    private static readonly Option<int> epochs = CommandLine.Number("--epochs", "passes through the training images", 20);
    private static readonly Option<int> batch = CommandLine.Number("--batch", "images in a mini-batch", 128);
    private static readonly Option<float> rate = CommandLine.Number("--learning-rate", "AdamW's highest learning rate", 0.001f);
    private static readonly Option<int> seed = CommandLine.Number("--seed", "the seed of all random numbers", 1);

    private static readonly Option<string?> output = new("--output")
    {
        Description = "the folder that training curves, confusion matrix and metrics.json are written to",
        HelpName = "FOLDER",
    };

    private static readonly Option<string?> save = new("--save")
    {
        Description = "the file that the trained network is saved to",
        HelpName = "FILE",
    };

    public static int Run(string[] arguments)
    {
        var command = new RootCommand("Classifies small images with a residual network: Fashion-MNIST, or generated shapes.")
        {
            data, samples, validation, width, blocks, plain, dropout, smoothing, epochs, batch, rate, seed, output, save,
        };
        command.SetAction(line => ImageSession.Run(Request(line)));
        return CommandLine.Run(command, arguments);
    }

    private static ImageRequest Request(ParseResult line) => new()
    {
        Data = line.GetRequiredValue(data),
        Samples = line.GetValue(samples),
        Validation = line.GetRequiredValue(validation),
        Width = line.GetRequiredValue(width),
        Blocks = line.GetRequiredValue(blocks),
        IsPlain = line.GetRequiredValue(plain),
        Dropout = (float)line.GetRequiredValue(dropout),
        Smoothing = (float)line.GetRequiredValue(smoothing),
        Epochs = line.GetRequiredValue(epochs),
        BatchSize = line.GetRequiredValue(batch),
        LearningRate = line.GetRequiredValue(rate),
        Seed = line.GetRequiredValue(seed),
        Output = line.GetValue(output),
        Save = line.GetValue(save),
    };

    private static Option<double> Share(string name, string description, double value)
    {
        Option<double> option = CommandLine.Number(name, description, value);
        option.HelpName = "SHARE";
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and < 1)) result.AddError($"{name} must be at least 0 and below 1.");
        });
        return option;
    }
}
