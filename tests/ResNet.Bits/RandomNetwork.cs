namespace ResNet.Bits;

/// <summary>
/// A network drawn over all that builders can be told. A third has frozen blocks, a third standardization and a third
/// embeddings. Orders go by number, so that a checkout may call them as it likes.
/// </summary>
internal static class RandomNetwork
{
    private const BlockOrder PostActivation = 0;
    private const BlockOrder PreActivation = (BlockOrder)1;
    private const BlockOrder PreNorm = (BlockOrder)2;

    public static bool IsRegression(int seed) => seed % 3 == 1 || seed % 7 == 0;

    /// <summary>The features that hold codes; none in two networks of three.</summary>
    public static IReadOnlyList<Embedding> Codes(int seed) => seed % 3 != 2 ? []
        : seed % 2 == 0 ? [new Embedding(0, 3, 2)]
        : [new Embedding(1, 4, 3), new Embedding(0, 3, 1)];

    public static Network Of(int seed)
    {
        var random = new Random(seed);
        NetworkBuilder builder = Network.Create(random.Next(2, 40));
        if (Codes(seed) is { Count: > 0 } codes) builder.AddEmbeddings([.. codes]);
        if (Coin(random)) builder.WithStochasticDepth(0.6f).WithDropout(0.1f);
        int blocks = random.Next(7), runStart = random.Next(7), runEnd = runStart + random.Next(5);
        for (int i = 0; i < blocks; i++) Add(builder, random, inRun: i >= runStart && i < runEnd);
        if (blocks == 0 && Coin(random)) builder.AddTabularBlocks(count: 2, width: random.Next(4, 40));
        int outputs = random.Next(1, 5);
        Network network =
            (outputs > 2 ? builder.AddOutput([.. Enumerable.Range(0, outputs).Select(i => $"c{i}")]) : builder.AddOutput(outputs))
            .Build(seed);

        Dataset data = RandomData.For(network, seed);
        if (seed % 6 == 1) network.Standardize(data);
        else if (seed % 6 == 4) network.StandardizeTargets(data);
        if (seed % 3 == 0) network.Freeze(random.Next(network.Blocks.Count + 1));
        return network;
    }

    private static void Add(NetworkBuilder builder, Random random, bool inRun)
    {
        int width = random.Next(5) == 0 ? random.Next(60, 140) : random.Next(1, 40);
        switch (inRun ? 2 : random.Next(3))
        {
            case 0: builder.AddLayer(width, layer => Configure(layer, random)); break;
            case 1: builder.AddPlainBlock(width, block => Configure(block.WithLayers(random.Next(1, 4)), random)); break;
            default:
                if (Coin(random)) builder.AddResidualBlock(width, block => Configure(block, random, inRun, keepsWidth: false));
                else builder.AddResidualBlocks(random.Next(1, 3), block => Configure(block, random, inRun, keepsWidth: true));
                break;
        }
    }

    private static void Configure(ResidualBlockBuilder block, Random random, bool inRun, bool keepsWidth)
    {
        Configure(block.WithLayers(random.Next(1, 4)), random);
        block.WithOrder(inRun ? Any(random, PreActivation, PreNorm) : PostActivation);
        block.WithShortcut(keepsWidth ? Any(random, Enum.GetValues<Shortcut>()) : Any(random, Shortcut.Projection, Shortcut.ZeroPadding));
        if (Coin(random)) block.WithHiddenFactor(Any(random, 0.5f, 1, 3));
        if (Coin(random)) block.WithSurvival(Any(random, 0.3f, 1));
        block.WithBranchFactor(Any(random, BranchFactor.None, BranchFactor.Fixed(0.7f), BranchFactor.Fixed(1)));
        if (Coin(random)) block.WithZeroBranch(Coin(random));
        if (random.Next(4) == 0) block.WithBranchFactor(BranchFactor.Learned).WithZeroBranch(false).WithInitialization(Initialization.He);
    }

    private static void Configure<T>(SettingsBuilder<T> builder, Random random)
        where T : SettingsBuilder<T>
    {
        builder.WithActivation(Any(random, Enum.GetValues<Activation>())).WithNormalization(Any(random, Enum.GetValues<Normalization>()));
        if (Coin(random)) builder.WithDropout(0.5f * random.NextSingle());
        if (Coin(random)) builder.WithInitialization(Any(random, Enum.GetValues<Initialization>()));
    }

    private static bool Coin(Random random) => random.Next(2) == 0;

    private static T Any<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
