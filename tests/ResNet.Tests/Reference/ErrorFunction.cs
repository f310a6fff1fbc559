namespace ResNet.Tests.Reference;

/// <summary>erf(x) = 2/√π ∫₀ˣ exp(−t²) dt in double precision.</summary>
public static class ErrorFunction
{
    private const double Far = 3;

    /// <summary>erf(x), with an error below 1e-14.</summary>
    public static double Erf(double x) => Math.Abs(x) switch
    {
        > Far => Math.CopySign(1 - ComplementByContinuedFraction(Math.Abs(x)), x),
        _ => Series(x),
    };

    /// <summary>erf'(x) = 2/√π exp(−x²).</summary>
    public static double Slope(double x) => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);

    // 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5···(2n+1)): all terms have one sign, so nothing cancels, unlike in the Taylor series
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return Slope(x) * sum;
    }

    // exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + 2/(x + …)))))
    private static double ComplementByContinuedFraction(double x)
    {
        double denominator = x;
        for (int k = 60; k >= 1; k--)
        {
            denominator = x + (k / 2.0 / denominator);
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / denominator;
    }
}
