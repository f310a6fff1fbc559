namespace ResNet;

/// <summary>What each <see cref="Activation"/> computes over spans, and what follows from its formula.</summary>
internal static class ActivationFunctions
{
    private const float LeakySlope = 0.01f;

    /// <summary>a = g(z); both may be the same memory.</summary>
    public static void Apply(this Activation activation, ReadOnlySpan<float> z, Span<float> a)
    {
        switch (activation)
        {
            case Activation.Identity: z.CopyTo(a); break;
            case Activation.Relu: Rectifiers.Apply(z, a, slope: 0); break;
            case Activation.LeakyRelu: Rectifiers.Apply(z, a, LeakySlope); break;
            case Activation.Gelu: GatedLinear.Apply<Gelu>(z, a); break;
            case Activation.Silu: GatedLinear.Apply<Silu>(z, a); break;
            case Activation.Tanh: Sigmoids.Tanh(z, a); break;
            case Activation.Sigmoid: Sigmoids.Logistic(z, a); break;
        }
    }

    /// <summary>d ← d·g'(z), from z where <see cref="NeedsInput"/> says so, else from a = g(z).</summary>
    public static void Differentiate(this Activation activation, ReadOnlySpan<float> zOrA, Span<float> d)
    {
        switch (activation)
        {
            case Activation.Relu: Rectifiers.Differentiate(zOrA, d, slope: 0); break;
            case Activation.LeakyRelu: Rectifiers.Differentiate(zOrA, d, LeakySlope); break;
            case Activation.Gelu: GatedLinear.Differentiate<Gelu>(zOrA, d); break;
            case Activation.Silu: GatedLinear.Differentiate<Silu>(zOrA, d); break;
            case Activation.Tanh: Sigmoids.DifferentiateTanh(zOrA, d); break;
            case Activation.Sigmoid: Sigmoids.DifferentiateLogistic(zOrA, d); break;
        }
    }

    /// <summary>Whether g cuts or damps what is negative, so that weights before it are drawn with twice the variance.</summary>
    public static bool IsRectifying(this Activation activation) =>
        activation is Activation.Relu or Activation.LeakyRelu or Activation.Gelu or Activation.Silu;

    /// <summary>Whether g' is computed from z. The others' g' follows from g(z), so that z need not be kept.</summary>
    public static bool NeedsInput(this Activation activation) => activation is Activation.Gelu or Activation.Silu;

    /// <summary>
    /// What g multiplies by where z is negative or zero, if it leaves the rest as it is: 1 for the identity, and nothing for
    /// functions that are no rectifiers.
    /// </summary>
    public static float? Slope(this Activation activation) => activation switch
    {
        Activation.Identity => 1,
        Activation.Relu => 0,
        Activation.LeakyRelu => LeakySlope,
        _ => null,
    };
}
