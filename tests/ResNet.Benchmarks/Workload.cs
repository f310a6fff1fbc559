using System.Diagnostics;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>
/// A network to time: a dense layer of the given width with ReLU, post-activation residual blocks of two layers of that
/// width, and ten outputs. Trained with softmax cross-entropy and SGD with momentum, or predicted; a recipe changes some of it.
/// </summary>
/// <remarks>The peers under tests/Peers compile this file too; each has its own <see cref="Prepare"/>.</remarks>
/// <param name="Width">width of every layer but the last</param>
/// <param name="Blocks">number of residual blocks</param>
/// <param name="Samples">samples in a batch</param>
/// <param name="Trains">whether a training step is timed, or a prediction</param>
public sealed partial record Workload(int Width, int Blocks, int Samples, bool Trains)
{
    /// <summary>So small that thousands of steps on one batch do not end in subnormal gradients.</summary>
    public const float LearningRate = 1e-6f;

    public const float Momentum = 0.9f;

    private const int Classes = 10;

    /// <summary>The workloads that are compared with other frameworks.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new(64, 10, 128, true), new(64, 50, 128, true), new(64, 500, 128, true), new(128, 50, 128, true),
        new(256, 20, 128, true), new(512, 10, 256, true), new(1024, 5, 256, true),
        new(64, 50, 1, false), new(256, 20, 1, false), new(64, 50, 1024, false), new(256, 20, 1024, false),
        new(128, 20, 128, true), new(256, 6, 128, true),
        .. Changed(new(64, 50, 128, true)), .. Changed(new(128, 20, 128, true)), .. Changed(new(256, 6, 128, true)),
        new(128, 2, 256, true)
        {
            Name = "recipe-table", Inputs = 54, Hidden = 256,
            Recipe = new() { Order = BlockOrder.PreNorm, Normalization = Normalization.Batch, Dropout = 0.2f, IsByAdamW = true },
        },
        new(512, 2, 128, true)
        {
            Name = "recipe-images", Inputs = 784,
            Recipe = new() { Normalization = Normalization.Batch, Dropout = 0.3f, IsByAdamW = true },
        },
    ];

    /// <summary>Such as <c>train-w64-b10-n128</c>.</summary>
    public string Name { get; init; } = $"{(Trains ? "train" : "infer")}-w{Width}-b{Blocks}-n{Samples}";

    /// <summary>Width of the input.</summary>
    public int Inputs { get; init; } = Width;

    /// <summary>Width between the two layers of a block.</summary>
    public int Hidden { get; init; } = Width;

    public Recipe Recipe { get; init; } = Recipe.Plain;

    /// <summary>The same affine maps on as many samples by the plain recipe.</summary>
    public Workload Twin => this with { Recipe = Recipe.Plain };

    /// <summary>
    /// Floating-point operations of the products of all layers but the last: two for every weight and sample in a pass
    /// forward, and twice as many again for the gradients of the inputs and of the weights.
    /// </summary>
    public double Operations => (Trains ? 6.0 : 2.0) * Width * (Inputs + 2.0 * Blocks * Hidden) * Samples;

    /// <summary>The workload of that very name, or else those whose names contain the text.</summary>
    public static IReadOnlyList<Workload> Named(string text) =>
        All.FirstOrDefault(workload => workload.Name == text) is { } exact
            ? [exact]
            : [.. All.Where(workload => workload.Name.Contains(text, StringComparison.Ordinal))];

    /// <summary>The measurement as one line of JSON.</summary>
    public string MeasureAsJson(int threads, int rounds) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"workload": "{{Name}}", "ms": {{Measure(threads, rounds):F5}}}""");

    /// <summary>Milliseconds of one training step or prediction: the best of some rounds of 400 ms, after warming up.</summary>
    public double Measure(int threads, int rounds) => Measure(threads, rounds, milliseconds: 400, leastSteps: 3);

    /// <summary>
    /// The same in rounds of 20 ms, or one step, and twenty times as many: what the machine does while nobody else uses it.
    /// </summary>
    public double MeasureBriefly(int threads, int rounds) => Measure(threads, 20 * rounds, milliseconds: 20, leastSteps: 1);

    private double Measure(int threads, int rounds, double milliseconds, int leastSteps)
    {
        Action step = Prepare(threads);
        step(); // compiles, which may take so long that the warm-up would count few steps and the rounds be cut short
        var warmUp = Stopwatch.StartNew();
        int warm = 0;
        for (; warm < 3 || warmUp.ElapsedMilliseconds < 300; warm++) step();

        int repetitions = Math.Max(leastSteps, (int)(warm * milliseconds / warmUp.Elapsed.TotalMilliseconds));
        double best = double.MaxValue;
        for (int round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (int i = 0; i < repetitions; i++) step();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds / repetitions);
        }

        return best;
    }

    /// <summary>One training step or prediction, ready to be called again and again.</summary>
    public partial Action Prepare(int threads);

    private static IEnumerable<Workload> Changed(Workload plain) =>
        Recipe.Changes.Select(change => plain with { Name = $"{plain.Name}-{change.Key}", Recipe = change.Value });
}
