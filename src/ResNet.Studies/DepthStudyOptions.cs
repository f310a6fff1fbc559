namespace ResNet.Studies;

/// <summary>
/// What a depth study trains. The defaults suit a few hundred samples with a few features. Options are equal where their settings
/// are, lists item by item.
/// </summary>
/// <example><code>var quick = new DepthStudyOptions { Depths = [2, 8, 32], Epochs = 20 };</code></example>
public sealed record DepthStudyOptions
{
    /// <summary>
    /// The depths to study in ascending order, each an even number of layers of 2 or more: an input layer, blocks of two
    /// layers and an output layer. 2, 4, 8, 16, 32, 64 and 128 by default.
    /// </summary>
    /// <exception cref="ArgumentException">the list is empty, a depth is odd or below 2, or depths do not ascend.</exception>
    public IReadOnlyList<int> Depths { get; init => field = CheckedDepths(value, nameof(Depths)); } =
        new ValueList<int>([2, 4, 8, 16, 32, 64, 128]);

    /// <summary>The kinds of networks to compare; plain and residual by default.</summary>
    /// <exception cref="ArgumentException">the list is empty, or a kind is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">there is no such kind.</exception>
    public IReadOnlyList<NetworkKind> Kinds { get; init => field = CheckedKinds(value, nameof(Kinds)); } =
        new ValueList<NetworkKind>([NetworkKind.Plain, NetworkKind.Residual]);

    /// <summary>The width of every layer but the output layer; 32 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    public int Width { get; init => field = AtLeastOne(value, nameof(Width)); } = 32;

    /// <summary>Passes of each run through the data; 100 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 100;

    /// <summary>Samples in a mini-batch; 16 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the size is below 1.</exception>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 16;

    /// <summary>The number of seeds in each median: 1, 2, 3, …; 3 by default. Fewer say little about chance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Seeds { get; init => field = AtLeastOne(value, nameof(Seeds)); } = 3;

    /// <summary>
    /// The learning rates among which the best is searched for each kind, depth and initialization, for SGD with momentum 0.9;
    /// 1, 0.3, 0.1, 0.03, … down to 0.000001 by default. The search begins in the middle and goes outwards only as far as it needs,
    /// so that a wide grid costs little; rates outside the grid are never tried. The deeper a network, the smaller its learning rate
    /// must be: a grid without rates small enough for the deepest is unfair to it.
    /// </summary>
    /// <exception cref="ArgumentException">the list is empty, a rate is not positive and finite, or a rate is there twice.</exception>
    public IReadOnlyList<float> LearningRates { get; init => field = CheckedRates(value, nameof(LearningRates)); } =
        new ValueList<float>([1, 0.3f, 0.1f, 0.03f, 0.01f, 0.003f, 0.001f, 0.0003f, 0.0001f, 0.00003f, 0.00001f, 0.000003f, 0.000001f]);

    /// <summary>The order of the residual blocks; post-activation by default. Plain blocks are always post-activation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such order.</exception>
    public BlockOrder Order { get; init => field = Argument.Defined(value, nameof(Order)); }

    /// <summary>The normalization of both kinds; none by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such normalization.</exception>
    public Normalization Normalization { get; init => field = Argument.Defined(value, nameof(Normalization)); }

    /// <summary>
    /// The number of runs trained in parallel, each on one thread; null, the default, uses as many as there are processors. The
    /// results are the same bits for any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int? Threads { get; init => field = value is null ? null : AtLeastOne(value.Value, nameof(Threads)); }

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(DepthStudyOptions), PrintMembers);

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");

    private static ValueList<int> CheckedDepths(IReadOnlyList<int> depths, string name)
    {
        RefuseEmptyOrTwice(depths, name);
        foreach (int depth in depths)
        {
            if (depth < 2 || depth % 2 != 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"A depth is an even number of layers, 2 or more (an input layer, blocks of two, an output layer), not {depth}."),
                    name);
            }
        }

        for (int i = 1; i < depths.Count; i++)
        {
            if (depths[i] < depths[i - 1])
            {
                throw new ArgumentException($"Depths must ascend, but {depths[i]} follows {depths[i - 1]}.", name);
            }
        }

        return new ValueList<int>(depths);
    }

    private static ValueList<NetworkKind> CheckedKinds(IReadOnlyList<NetworkKind> kinds, string name)
    {
        RefuseEmptyOrTwice(kinds, name);
        foreach (NetworkKind kind in kinds) Argument.Defined(kind, name);
        return new ValueList<NetworkKind>(kinds);
    }

    private static ValueList<float> CheckedRates(IReadOnlyList<float> rates, string name)
    {
        RefuseEmptyOrTwice(rates, name);
        foreach (float rate in rates)
        {
            if (!(rate > 0) || !float.IsFinite(rate))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"A learning rate must be positive and finite, not {rate}."), name);
            }
        }

        return new ValueList<float>(rates);
    }

    private static void RefuseEmptyOrTwice<T>(IReadOnlyList<T> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0) throw new ArgumentException($"{name} must not be empty.", name);
        if (values.Distinct().Count() < values.Count)
        {
            throw new ArgumentException($"{name} must differ from each other: {string.Join(", ", values)}.", name);
        }
    }
}
