namespace ResNet.Tests.Reference;

/// <summary>Draws from the standard normal distribution (Box–Muller).</summary>
public static class NormalDraw
{
    public static double Next(Random random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>A batch of independent draws, one row per sample.</summary>
    public static double[][] Rows(Random random, int samples, int features) =>
        [.. Enumerable.Range(0, samples).Select(_ => Enumerable.Range(0, features).Select(_ => Next(random)).ToArray())];
}
