using System.Text.Json;

namespace ResNet.Tests.Reference;

/// <summary>A small network computed in double precision by libtorch, read from <c>Golden/</c>.</summary>
public sealed record GoldenNetwork
{
    private static readonly JsonSerializerOptions snakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The names of all golden networks, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public required string Name { get; init; }

    public required int Inputs { get; init; }

    public required int Outputs { get; init; }

    /// <summary><c>softmax_cross_entropy</c>, <c>mean_squared_error</c> or <c>binary_cross_entropy</c> (on logits).</summary>
    public required string LossKind { get; init; }

    public required IReadOnlyList<ArchitectureEntry> Architecture { get; init; }

    /// <summary>The parameters by name, in the order of the file.</summary>
    public required OrderedDictionary<string, ParameterArray> Parameters { get; init; }

    /// <summary>One row per sample.</summary>
    public required double[][] Input { get; init; }

    /// <summary>As in the file: class numbers [samples] of a classification, else [samples, outputs].</summary>
    public required ParameterArray Target { get; init; }

    /// <summary>One row per sample; of a classification, one-hot.</summary>
    public double[][] Targets => LossKind == "softmax_cross_entropy" ? ReferenceLoss.OneHot(Labels, Outputs) : Target.Rows;

    /// <summary>The class numbers of a classification.</summary>
    public int[] Labels => LossKind == "softmax_cross_entropy"
        ? [.. Target.Values.Select(value => (int)value)]
        : throw new InvalidOperationException($"{Name} is no classification.");

    public required double[][] TrainOutput { get; init; }

    public required double Loss { get; init; }

    public required OrderedDictionary<string, ParameterArray> Gradients { get; init; }

    public required double[][] InputGradient { get; init; }

    /// <summary>With batch norm: the running statistics after the one pass; else null.</summary>
    public OrderedDictionary<string, ParameterArray>? Running { get; init; }

    /// <summary>With batch norm: the outputs in inference mode with <see cref="Running"/>; else null.</summary>
    public double[][]? InferenceOutput { get; init; }

    public required IReadOnlyList<GoldenTraining> Training { get; init; }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    /// <summary>Reads the golden network of that name.</summary>
    public static GoldenNetwork Load(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, name + ".json"));
        return JsonSerializer.Deserialize<GoldenNetwork>(file, snakeCase)!;
    }
}
