using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResNet.Onnx;

/// <summary>A network's graph with what a file says of it.</summary>
internal static class OnnxModel
{
    private const int IrVersion = 8;
    private const int Opset = 17;
    private const string ClassNames = "class_names";

    /// <summary>The messages' sizes are 32-bit integers; this leaves a tenth of them for all but the network's values.</summary>
    private const long MostValues = int.MaxValue / sizeof(float) / 10 * 9;

    private static readonly JsonSerializerOptions allLetters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ModelProto Of(Network network, OnnxOptions options)
    {
        CheckSize(network.Parts.Sum(ValuesOf));
        if (network.ClassNames?.FirstOrDefault(name => !IsText(name)) is { } broken)
        {
            throw new InvalidOperationException($"A class has a name that is not valid Unicode text: '{broken}'.");
        }

        var graph = new OnnxGraph(network.Tensors());
        graph.Wire(network, options);
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = Opset } },
            ProducerName = nameof(ResNet),
            ProducerVersion = typeof(OnnxModel).Assembly.GetName().Version!.ToString(fieldCount: 3),
            DocString = network.ToString(),
            Graph = graph.Message,
        };
        if (network.ClassNames is { } names)
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = ClassNames, Value = JsonSerializer.Serialize(names, allLetters) });
        }

        return model;
    }

    /// <summary>Values that a stage takes in the file: a batch norm brings as many zeros as it has features with it.</summary>
    private static long ValuesOf(Stage stage) =>
        stage.Arrays.Sum(array => array.Count)
        + stage.Parts.All.OfType<NormPart>().Where(part => part.Normalization == Normalization.Batch)
            .Sum(part => (long)part.Input.Features);

    private static bool IsText(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;

    /// <summary>Refuses what no file can hold.</summary>
    internal static void CheckSize(long values)
    {
        if (values > MostValues)
        {
            throw new InvalidOperationException(
                $"The network has {values} values, but an ONNX file, of at most 2 GB, has room for {MostValues}.");
        }
    }
}
