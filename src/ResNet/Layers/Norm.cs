namespace ResNet;

/// <summary>What a normalization has learned and, for batch norm, the running statistics it uses for inference.</summary>
internal sealed class Norm
{
    public const float Epsilon = 1e-5f;
    public const float Momentum = 0.1f;

    public Norm(string name, Normalization kind, int width)
    {
        Name = name;
        Kind = kind;
        Gamma = new Parameter(Module.Join(name, "gamma"), ParameterKind.Normalization, width, 1);
        Beta = new Parameter(Module.Join(name, "beta"), ParameterKind.Normalization, width, 1);
        Array.Fill(Gamma.Values, 1);
        if (kind != Normalization.Batch) return;
        RunningMean = new float[width];
        RunningVariance = new float[width];
        Array.Fill(RunningVariance, 1);
    }

    public string Name { get; }

    /// <summary>Batch or layer norm.</summary>
    public Normalization Kind { get; }

    public Parameter Gamma { get; }

    public Parameter Beta { get; }

    /// <summary>Empty for layer norm.</summary>
    public float[] RunningMean { get; } = [];

    /// <summary>Empty for layer norm.</summary>
    public float[] RunningVariance { get; } = [];

    /// <summary>The running statistics by name; none for layer norm.</summary>
    public IEnumerable<(string Name, float[] Values)> Running => Kind == Normalization.Batch
        ? [(Module.Join(Name, "running_mean"), RunningMean), (Module.Join(Name, "running_variance"), RunningVariance)]
        : [];

    /// <summary>No norm where nothing is normalized.</summary>
    public static Norm? Create(string name, Normalization kind, int width) =>
        kind == Normalization.None ? null : new Norm(name, kind, width);

    /// <summary>N(z).</summary>
    public Signal Wire(Plan plan, Signal z) => plan.Append(
        Kind == Normalization.Batch ? new BatchNormOperation(plan, this, z) : new LayerNormOperation(plan, this, z));
}
