namespace ResNet.Samples;

/// <summary>
/// Points on interleaved spiral arms, one class for each arm: two features from −1 to 1, not linearly separable. The same samples
/// every time.
/// </summary>
internal static class Spirals
{
    private const int Arms = 3;
    private const double Turns = 1;
    private const double Noise = 0.02;
    private const int Seed = 7;

    /// <summary>Generates samples, the classes in turn.</summary>
    public static Dataset Create(int samples)
    {
        var random = new Random(Seed);
        var rows = new float[samples][];
        var labels = new int[samples];
        for (int sample = 0; sample < samples; sample++)
        {
            labels[sample] = sample % Arms;
            double radius = 0.1 + 0.9 * random.NextDouble();
            double angle = 2 * Math.PI * (Turns * radius + (double)labels[sample] / Arms);
            rows[sample] =
            [
                (float)(radius * Math.Cos(angle) + Noise * Normal(random)),
                (float)(radius * Math.Sin(angle) + Noise * Normal(random)),
            ];
        }

        return Dataset.ForClassification(rows, labels, Arms);
    }

    /// <summary>Normal with mean 0 and variance 1 (Box and Muller 1958).</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
