namespace ResNet.Tests.Reference;

/// <summary>N of one pass: over the batch or over a sample's features; in training it gathers running statistics.</summary>
public sealed class ReferenceNormalization
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;

    private readonly IReadOnlyDictionary<string, Scalar[]> parameters;
    private readonly IReadOnlyDictionary<string, double[]>? given;

    /// <summary>Training mode without <paramref name="running"/> statistics, inference mode with them.</summary>
    public ReferenceNormalization(
        IReadOnlyDictionary<string, Scalar[]> parameters, IReadOnlyDictionary<string, double[]>? running = null)
    {
        this.parameters = parameters;
        given = running;
    }

    /// <summary>The running statistics after this training pass, from mean 0 and variance 1.</summary>
    public OrderedDictionary<string, double[]> Running { get; } = [];

    /// <summary>The smallest variance that anything was normalized by, over the batch or over features; infinite if nothing was.</summary>
    public double SmallestVariance { get; private set; } = double.PositiveInfinity;

    /// <summary>N(z) with the γ and β of that name.</summary>
    public Scalar[][] Apply(string kind, string name, Scalar[][] z) => kind switch
    {
        "none" => z,
        "batch" when given is null => GammaBeta(name, BatchNorm(name, z)),
        "batch" => GammaBeta(name, [.. z.Select(sample => StandardizeByRunning(name, sample))]),
        "layer" => GammaBeta(name, [.. z.Select(Standardize)]),
        _ => throw new ArgumentException($"No normalization is called '{kind}'."),
    };

    private Scalar[][] GammaBeta(string name, Scalar[][] standard)
    {
        Scalar[] gamma = parameters[name + ".gamma"];
        Scalar[] beta = parameters[name + ".beta"];
        return [.. standard.Select(sample => sample.Select((s, f) => (gamma[f] * s) + beta[f]).ToArray())];
    }

    private Scalar[][] BatchNorm(string name, Scalar[][] z)
    {
        Scalar[][] features = Transpose(z);
        Running[name + ".running_mean"] = [.. features.Select(feature => Momentum * Mean(feature).Value)];
        Running[name + ".running_variance"] = [.. features.Select(RunningVariance)];
        return Transpose([.. features.Select(Standardize)]);
    }

    private static double RunningVariance(Scalar[] feature)
    {
        double unbiased = Variance(feature).Value * feature.Length / (feature.Length - 1);
        return ((1 - Momentum) * 1) + (Momentum * unbiased);
    }

    private Scalar[] StandardizeByRunning(string name, Scalar[] sample)
    {
        double[] mean = given![name + ".running_mean"];
        double[] variance = given[name + ".running_variance"];
        return [.. sample.Select((z, f) => (z - mean[f]) / Math.Sqrt(variance[f] + Epsilon))];
    }

    private Scalar[] Standardize(Scalar[] values)
    {
        Scalar mean = Mean(values), variance = Variance(values);
        SmallestVariance = Math.Min(SmallestVariance, variance.Value);
        Scalar deviation = Scalar.Sqrt(variance + Epsilon);
        return [.. values.Select(value => (value - mean) / deviation)];
    }

    private static Scalar Mean(Scalar[] values) => Scalar.Sum(values) / values.Length;

    private static Scalar Variance(Scalar[] values)
    {
        Scalar mean = Mean(values);
        return Mean([.. values.Select(value => (value - mean) * (value - mean))]);
    }

    private static Scalar[][] Transpose(Scalar[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];
}
