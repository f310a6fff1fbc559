namespace ResNet.Tests.Kernels;

/// <summary>Values between −1 and 1.</summary>
internal static class UniformDraw
{
    public static float[] Of(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];

    /// <summary>Values above 0, and away from it.</summary>
    public static float[] Positive(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => 0.1f + 0.9f * random.NextSingle())];

    /// <summary>Signs of every kind, zeros of both signs among them.</summary>
    public static float[] Signs(Random random, int length)
    {
        float[] signs = Of(random, length);
        for (int i = 0; i < length; i += 3) signs[i] = i % 2 == 0 ? 0 : -0f;
        return signs;
    }
}
