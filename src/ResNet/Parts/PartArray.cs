namespace ResNet;

/// <summary>An array that a part has: a matrix or a vector.</summary>
/// <param name="Name">the name within the part's stage, such as <c>layers.1.weight</c></param>
/// <param name="Rows">rows of the matrix, or length of the vector</param>
/// <param name="Columns">columns of the matrix; null for a vector</param>
/// <param name="Kind">what it is for</param>
/// <param name="First">the values that it begins with</param>
public readonly record struct PartArray(string Name, int Rows, int? Columns, ArrayKind Kind, FirstValues First)
{
    /// <summary>What it is for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such kind.</exception>
    public ArrayKind Kind { get; init => field = Argument.Defined(value, nameof(Kind)); } = Argument.Defined(Kind);

    /// <summary>The number of values.</summary>
    public long Count => (long)Rows * (Columns ?? 1);

    /// <summary>Whether training computes gradients for it and changes it by them.</summary>
    public bool IsLearned => Kind is not (ArrayKind.Statistic or ArrayKind.Constant);

    /// <summary>Whether its values are variances, none of which is negative.</summary>
    internal bool IsVariance { get; init; }

    /// <summary>How it stands in files.</summary>
    internal TensorShape Shape => new(Name, Rows, Columns);

    /// <summary>What no network in order has among these values; null where there is no such thing.</summary>
    internal string? Flaw(ReadOnlySpan<float> values)
    {
        if (!Elementwise.AllFinite(values)) return $"'{Name}' holds a value that is not finite.";
        return IsVariance && values.ContainsAnyInRange(float.MinValue, -float.Epsilon) ? $"'{Name}' holds a negative variance." : null;
    }
}
