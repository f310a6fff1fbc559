using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Networks;

/// <summary>
/// One combination with random parameters and data away from every kink, and the reference's pass over it. All numbers
/// are ones that single precision has, so that both sides start from the same.
/// </summary>
internal sealed class CombinationCase
{
    private const int Inputs = 3;
    private const int Outputs = 2;
    private const int Samples = 6;
    private const double FarFromKinks = 1e-4;

    // to normalize what is nearly constant multiplies gradients, and with them what was rounded off
    private const double Steep = 3;
    private const double NearlyConstant = 0.003;

    private static readonly string[] losses = ["softmax_cross_entropy", "mean_squared_error", "binary_cross_entropy"];

    private CombinationCase(ArchitectureEntry[] architecture, string lossKind, int seed)
    {
        Random random = new(seed);
        (Architecture, LossKind, Seed) = (architecture, lossKind, seed);
        Reference = ReferenceNetwork.Random(Inputs, Outputs, architecture, seed);
        foreach (double[] values in Reference.Parameters.Values) Round(values);
        Input = NormalDraw.Rows(random, Samples, Inputs);
        Target = TargetOf(lossKind, random);
        foreach (double[] row in (double[][])[.. Input, .. Target]) Round(row);
        Pass = Reference.Train(Input, Target, lossKind);
    }

    public ArchitectureEntry[] Architecture { get; }

    public string LossKind { get; }

    public int Seed { get; }

    public ReferenceNetwork Reference { get; }

    public ReferencePass Pass { get; }

    public double[][] Input { get; }

    private double[][] Target { get; }

    private bool IsWellPosed =>
        Pass.KinkDistance > FarFromKinks
        && Pass.Gradients.Values.All(gradient => gradient.All(value => Math.Abs(value) < Steep))
        && Pass.SmallestVariance > NearlyConstant;

    /// <summary>Draws again until no activation is near its kink and no normalization near its singularity.</summary>
    public static CombinationCase Draw(ArchitectureEntry[] architecture, int number) => Enumerable.Range(0, 100)
        .Select(attempt => new CombinationCase(architecture, losses[number % losses.Length], seed: 1000 * attempt + number))
        .First(drawn => drawn.IsWellPosed);

    public Network Network()
    {
        Network network = ArchitectureNetwork.Build(Inputs, Outputs, Architecture);
        ArchitectureNetwork.SetParameters(network, Reference.Parameters.Select(entry => (entry.Key, entry.Value)));
        return network;
    }

    public Dataset Data() => LossKind == "softmax_cross_entropy"
        ? Dataset.ForClassification(Columns(Input), [.. Target.Select(row => Array.IndexOf(row, 1))], Outputs)
        : Dataset.ForRegression(Columns(Input), Columns(Target));

    public override string ToString() => $"seed {Seed}, {LossKind}, width {Architecture[0].Width} → {Architecture[^1]}";

    private static double[][] TargetOf(string lossKind, Random random) => lossKind switch
    {
        "softmax_cross_entropy" => ReferenceLoss.OneHot([.. Enumerable.Range(0, Samples).Select(_ => random.Next(Outputs))], Outputs),
        "mean_squared_error" => NormalDraw.Rows(random, Samples, Outputs),
        _ => [.. Enumerable.Range(0, Samples).Select(_ => Enumerable.Range(0, Outputs).Select(_ => random.NextDouble()).ToArray())],
    };

    private static Matrix<float> Columns(double[][] rows) =>
        Matrix<float>.Build.Dense(rows[0].Length, rows.Length, (i, j) => (float)rows[j][i]);

    private static void Round(double[] values)
    {
        for (int i = 0; i < values.Length; i++) values[i] = (float)values[i];
    }
}
