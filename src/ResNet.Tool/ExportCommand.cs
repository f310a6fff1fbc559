using System.CommandLine;
using ResNet.Onnx;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary><c>resnet export model model.onnx</c>: a model's network for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> onnx = new("model.onnx") { Description = "the file to write" };

    public static Command On(ToolConsole console)
    {
        var command = new Command("export", "Writes a model's network as an ONNX file, which takes the features that are told.")
        {
            ModelFile.Model, onnx, Json.Option,
        };
        command.SetAction(line => (int)Run(line, console));
        return command;
    }

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        TabularModel model = TabularModel.Load(line.GetRequiredValue(ModelFile.Model));
        string path = line.GetRequiredValue(onnx);
        bool hasClasses = model.Task == TabularTask.Classification;
        model.Network.ExportOnnx(path, new OnnxOptions { AppendSoftmax = hasClasses });
        IReadOnlyList<FeatureOrigin> features = model.Encoder.Origins;
        if (line.GetValue(Json.Option))
        {
            console.Output.WriteLine(Json.Document(new { File = path, Features = features, Classes = hasClasses ? model.Classes : null }));
            return ExitCode.Done;
        }

        console.Output.WriteLine($"Written to {path}. Its input has {Shown.Count(features.Count, "feature")}, a row of rows.csv each:");
        foreach (FeatureOrigin feature in features) console.Output.WriteLine($"{feature.Feature}: {feature.Meaning}");
        return ExitCode.Done;
    }
}
