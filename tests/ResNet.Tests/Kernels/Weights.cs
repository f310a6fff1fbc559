namespace ResNet.Tests.Kernels;

/// <summary>Some weights with their gradient and the moments beside them.</summary>
internal sealed record Weights(float[] Value, float[] Gradient, float[] First, float[] Second)
{
    /// <summary>What rounding a few numbers of order 1 may come to.</summary>
    private const double Tolerance = 1e-6;

    public static Weights Draw(int length)
    {
        Random random = new(length);
        return new(UniformDraw.Of(random, length), UniformDraw.Of(random, length), UniformDraw.Of(random, length),
            UniformDraw.Positive(random, length));
    }

    /// <summary>Copies that an update has been run on.</summary>
    public Weights Updated<TUpdate>(TUpdate update)
        where TUpdate : struct, IUpdate
    {
        Weights copy = Copy();
        Updates.Run(update, copy.Value, copy.Gradient, copy.First, copy.Second);
        return copy;
    }

    public Weights Copy() => new([.. Value], [.. Gradient], [.. First], [.. Second]);

    public Weights Of(Slice part) => new(Of(Value, part), Of(Gradient, part), Of(First, part), Of(Second, part));

    public bool HasTheBitsOf(Weights other) =>
        Same(Value, other.Value) && Same(First, other.First) && Same(Second, other.Second);

    public void ShouldBe(int place, double value, double first, double second)
    {
        if (IsNear(Value[place], value) && IsNear(First[place], first) && IsNear(Second[place], second)) return;
        (Value[place], First[place], Second[place])
            .Should().Be(((float)value, (float)first, (float)second), "of {0} weights, this is number {1}", Value.Length, place);
    }

    private static float[] Of(float[] values, Slice part) => [.. values.AsSpan(part.First, part.Count)];

    private static bool Same(float[] x, float[] y) => Bits.Of(x).AsSpan().SequenceEqual(Bits.Of(y));

    private static bool IsNear(float actual, double expected) => Math.Abs(actual - expected) <= Tolerance;
}
