namespace ResNet;

/// <summary>The arrays that stages ask for, alive: parameters and running statistics by their full names.</summary>
internal sealed class LiveArrays
{
    private readonly OrderedDictionary<string, LiveArray> arrays = new(StringComparer.Ordinal);

    /// <summary>The arrays with their first values; without a seed all are 0, for whoever has others.</summary>
    public LiveArrays(IEnumerable<Stage> stages, int? seed)
    {
        foreach (PartArray array in stages.SelectMany(stage => stage.Arrays))
        {
            if (array.Kind == ArrayKind.Constant) continue;
            var live = new LiveArray(array, array.IsLearned ? new Parameter(array) : null);
            if (seed.HasValue) array.First.Fill(live.Values, array.Rows, new RandomStream(seed.Value, array.Name));
            arrays.Add(array.Name, live);
        }
    }

    /// <summary>All of them, in the order of files.</summary>
    public IReadOnlyList<LiveArray> All => arrays.Values;

    public LiveArray this[string name] => arrays[name];

    /// <summary>The learned arrays of some stages, in the order of files.</summary>
    public IReadOnlyList<Parameter> ParametersOf(IEnumerable<Stage> stages) =>
        [.. stages.SelectMany(stage => stage.Arrays).Where(array => array.IsLearned).Select(array => arrays[array.Name].Parameter!)];
}

/// <summary>One of them.</summary>
/// <param name="Array">what it is, under its full name</param>
/// <param name="Parameter">the parameter that it is; null for a running statistic</param>
internal sealed record LiveArray(PartArray Array, Parameter? Parameter)
{
    /// <summary>The values themselves, column by column.</summary>
    public float[] Values { get; } = Parameter?.Values ?? new float[Array.Rows];

    /// <summary>How it stands in files.</summary>
    public TensorShape Shape => Array.Shape;

    /// <summary>What no network in order has among the values; null where there is no such thing.</summary>
    public string? Flaw => Array.Flaw(Values);

    /// <summary>A copy, as files have it.</summary>
    public NamedTensor Copy() => new(Array.Name, Array.Columns is { } columns ? [Array.Rows, columns] : [Array.Rows], Shape.ToRows(Values));
}
