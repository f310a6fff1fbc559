namespace ResNet.Tests.Reference;

/// <summary>Central differences (L(v + h) − L(v − h)) / 2h, the slow and independent way to a gradient.</summary>
public static class FiniteDifferences
{
    private const double Step = 1e-6;

    /// <summary>The gradient of a loss with respect to values that it reads; they are moved one by one and put back.</summary>
    public static double[] Gradient(Func<double> loss, double[] values) =>
        [.. Enumerable.Range(0, values.Length).Select(i => Difference(loss, ref values[i]))];

    private static double Difference(Func<double> loss, ref double value)
    {
        double original = value;
        value = original + Step;
        double above = loss();
        value = original - Step;
        double below = loss();
        value = original;
        return (above - below) / (2 * Step);
    }
}
