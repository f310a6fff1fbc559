namespace ResNet.Samples;

/// <summary>
/// Small gray images of noisy shapes, with random sizes and positions near the center; one class for each kind of shape. The same
/// images every time.
/// </summary>
internal static class Shapes
{
    private const int Side = 12;
    private const double Noise = 0.6;

    /// <summary>The distance of a point from a shape of radius 1 around the origin, in radii.</summary>
    private static readonly (string Name, Func<double, double, double> Distance)[] kinds =
    [
        ("disc", (x, y) => Math.Max(0, Math.Sqrt(x * x + y * y) - 1)),
        ("ring", (x, y) => Math.Abs(Math.Sqrt(x * x + y * y) - 1)),
        ("frame", (x, y) => Math.Abs(Math.Max(Math.Abs(x), Math.Abs(y)) - 1)),
        ("plus", (x, y) => Math.Max(Math.Min(Math.Abs(x), Math.Abs(y)), Math.Max(Math.Abs(x), Math.Abs(y)) - 1)),
        ("cross", (x, y) => Math.Max(Math.Abs(Math.Abs(x) - Math.Abs(y)), Math.Max(Math.Abs(x), Math.Abs(y)) - 1)),
    ];

    public static string[] Names => [.. kinds.Select(kind => kind.Name)];

    /// <summary>Generates images, the classes in turn; other seeds give other images.</summary>
    public static Dataset Create(int samples, int seed)
    {
        var random = new Random(seed);
        var images = new float[samples][];
        var labels = new int[samples];
        for (int sample = 0; sample < samples; sample++)
        {
            labels[sample] = sample % kinds.Length;
            images[sample] = Draw(kinds[labels[sample]].Distance, random);
        }

        return Dataset.ForClassification(images, labels, kinds.Length);
    }

    private static float[] Draw(Func<double, double, double> distance, Random random)
    {
        double radius = 2.5 + 2 * random.NextDouble();
        double centerX = Side / 2.0 - 1.5 + 2 * random.NextDouble(), centerY = Side / 2.0 - 1.5 + 2 * random.NextDouble();
        var image = new float[Side * Side];
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            double x = (pixel % Side - centerX) / radius, y = (pixel / Side - centerY) / radius;
            double light = Math.Clamp(1.2 - radius * distance(x, y), 0, 1);
            image[pixel] = (float)Math.Clamp(light + Noise * (2 * random.NextDouble() - 1), 0, 1);
        }

        return image;
    }
}
