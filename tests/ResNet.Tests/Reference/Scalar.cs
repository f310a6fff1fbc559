namespace ResNet.Tests.Reference;

/// <summary>A double on a <see cref="Reference.Tape"/>: arithmetic on it is remembered together with its derivatives.</summary>
public readonly struct Scalar(Tape tape, int index)
{
    internal int Index { get; } = index;

    public double Value => Tape.ValueAt(Index);

    /// <summary>To first order, a small step of the variables changes the value.</summary>
    /// <remarks>Not so where a ReLU is flat, nor for what depends on that alone.</remarks>
    public bool Moves => Tape.MovesAt(Index);

    private Tape Tape { get; } = tape;

    public static Scalar operator +(Scalar a, Scalar b) => a.Tape.Record(a.Value + b.Value, a, 1, b, 1);

    public static Scalar operator +(Scalar a, double b) => a.Tape.Record(a.Value + b, a, 1);

    public static Scalar operator +(double a, Scalar b) => b + a;

    public static Scalar operator -(Scalar a, Scalar b) => a.Tape.Record(a.Value - b.Value, a, 1, b, -1);

    public static Scalar operator -(Scalar a, double b) => a + -b;

    public static Scalar operator *(Scalar a, Scalar b) => a.Tape.Record(a.Value * b.Value, a, b.Value, b, a.Value);

    public static Scalar operator *(double a, Scalar b) => b.Tape.Record(a * b.Value, b, a);

    public static Scalar operator /(Scalar a, Scalar b) =>
        a.Tape.Record(a.Value / b.Value, a, 1 / b.Value, b, -a.Value / (b.Value * b.Value));

    public static Scalar operator /(Scalar a, double b) => a.Tape.Record(a.Value / b, a, 1 / b);

    public static Scalar Exp(Scalar a) => a.Tape.Record(Math.Exp(a.Value), a, Math.Exp(a.Value));

    public static Scalar Log(Scalar a) => a.Tape.Record(Math.Log(a.Value), a, 1 / a.Value);

    public static Scalar Sqrt(Scalar a) => a.Tape.Record(Math.Sqrt(a.Value), a, 1 / (2 * Math.Sqrt(a.Value)));

    public static Scalar Tanh(Scalar a) => a.Tape.Record(Math.Tanh(a.Value), a, 1 - (Math.Tanh(a.Value) * Math.Tanh(a.Value)));

    public static Scalar Erf(Scalar a) => a.Tape.Record(ErrorFunction.Erf(a.Value), a, ErrorFunction.Slope(a.Value));

    /// <summary>The greater of the two; where they are equal, the derivative is b's.</summary>
    public static Scalar Max(Scalar a, Scalar b) =>
        a.Tape.Record(Math.Max(a.Value, b.Value), a, a.Value > b.Value ? 1 : 0, b, a.Value > b.Value ? 0 : 1);

    /// <summary>The greater of the two; where they are equal, the derivative is that of the constant: 0.</summary>
    public static Scalar Max(Scalar a, double b) => a.Tape.Record(Math.Max(a.Value, b), a, a.Value > b ? 1 : 0);

    public static Scalar Sum(IEnumerable<Scalar> terms) => terms.Aggregate((sum, term) => sum + term);
}
