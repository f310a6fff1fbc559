namespace ResNet.Tests.Kernels;

/// <summary>Sizes of a product, as inputs, outputs and samples.</summary>
internal static class ProductSizes
{
    /// <summary>A few sizes of which one or two or all are more than is packed at a time, and one whose weights fill a whole
    /// block.</summary>
    private static readonly (int Inputs, int Outputs, int Samples)[] large =
        [(257, 9, 3), (300, 270, 30), (9, 257, 33), (513, 20, 25), (20, 530, 7), (259, 300, 1), (17, 35, 256), (33, 18, 300), (21, 40, 513),
            (1024, 75, 37), (75, 1024, 37), (790, 67, 41), (1024, 130, 391), (31, 256, 256)];

    public static void ForAll(Action<int, int, int, Random> check)
    {
        ForSmall(check);
        Random random = new(2);
        foreach ((int inputs, int outputs, int samples) in large) check(inputs, outputs, samples, random);
    }

    /// <summary>Every size from 1 to 40 on each side, and a random choice of the others with it.</summary>
    public static void ForSmall(Action<int, int, int, Random> check)
    {
        Random random = new(1);
        for (int size = 1; size <= 40; size++)
        {
            for (int repeat = 0; repeat < 3; repeat++)
            {
                check(size, random.Next(1, 41), random.Next(1, 41), random);
                check(random.Next(1, 41), size, random.Next(1, 41), random);
                check(random.Next(1, 41), random.Next(1, 41), size, random);
            }
        }
    }
}
