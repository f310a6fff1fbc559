using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks.Files;

/// <summary>A network drawn over all that builders can be told, with weights and running statistics that it did not start with.</summary>
internal static class AnyNetwork
{
    private const int Samples = 6;
    private const int Categories = 3;
    private const int OtherCategories = 4;

    public static Network Of(int seed)
    {
        var random = new Random(seed);
        var other = new Random(~seed); // what it draws leaves the networks as they are otherwise
        int inputs = random.Next(1, 8), outputs = random.Next(2, 5);
        NetworkBuilder builder = Network.Create(inputs);
        if (Coin(random))
        {
            builder.AddEmbeddings(SomeEmbeddings(new Embedding(random.Next(inputs), Categories, random.Next(1, 4)), inputs, other));
        }
        if (Coin(random))
        {
            builder.WithStochasticDepth(0.5f).WithShortcut(Shortcut.Projection).WithDropout(0.1f).WithOrder(BlockOrder.PreActivation);
        }
        int blocks = random.Next(6), runStart = random.Next(6), runEnd = runStart + random.Next(4);
        for (int i = 0; i < blocks; i++) Add(builder, random, inRun: i >= runStart && i < runEnd);
        if (blocks == 0 && Coin(other)) builder.AddTabularBlocks(count: 2, width: 4);
        else if (runStart >= blocks) AddRun(builder, other);
        if (other.Next(4) == 0) outputs = 1;
        Network network = (Coin(random) ? builder.AddOutput(outputs) : builder.AddOutput(["Käfer", "\"b\"", "猫", "d😀"])).Build(seed);

        Matrix<float> input = InputOf(network, seed);
        Dataset training = Dataset.ForRegression(input, NormalBatch.Of(network.Outputs, Samples, seed + 1));
        if (Coin(random)) network.Standardize(training);
        else if (Coin(other)) network.StandardizeTargets(training);
        network.Freeze(random.Next(network.Blocks.Count + 1));
        network.Forward(input, seed); // running statistics
        foreach (Parameter parameter in network.Parameters)
        {
            foreach (ref float value in parameter.Values.AsSpan()) value += 0.1f * (random.NextSingle() - 0.5f);
        }

        return network;
    }

    /// <summary>A batch for the network, with codes where it has embeddings.</summary>
    public static Matrix<float> InputOf(Network network, int seed, int samples = Samples)
    {
        Matrix<float> input = NormalBatch.Of(network.Inputs, samples, seed);
        foreach (Embedding embedding in network.Embeddings()?.Embeddings ?? [])
        {
            for (int j = 0; j < samples; j++) input[embedding.Feature, j] = j % embedding.Categories;
        }

        return input;
    }

    /// <summary>One embedding, or a second one for the feature after it.</summary>
    private static Embedding[] SomeEmbeddings(Embedding first, int inputs, Random random) => inputs > 1 && Coin(random)
        ? [first, new Embedding((first.Feature + 1) % inputs, OtherCategories, random.Next(1, 4))]
        : [first];

    private static void AddRun(NetworkBuilder builder, Random random)
    {
        for (int i = random.Next(4); i > 0; i--) Add(builder, random, inRun: true);
    }

    private static void Add(NetworkBuilder builder, Random random, bool inRun)
    {
        int width = random.Next(1, 9);
        switch (inRun ? 2 : random.Next(3))
        {
            case 0: builder.AddLayer(width, layer => Configure(layer, random)); break;
            case 1: builder.AddPlainBlock(width, block => Configure(block.WithLayers(random.Next(1, 4)), random)); break;
            default: builder.AddResidualBlock(width, block => Configure(block, random, inRun)); break;
        }
    }

    private static void Configure(ResidualBlockBuilder block, Random random, bool inRun)
    {
        Configure(block.WithLayers(random.Next(1, 4)), random);
        block.WithOrder(inRun ? Any(random, BlockOrder.PreActivation, BlockOrder.PreNorm) : BlockOrder.PostActivation);
        block.WithShortcut(
            block.Inputs == block.Outputs
            ? Any(random, Enum.GetValues<Shortcut>())
            : Any(random, Shortcut.Projection, Shortcut.ZeroPadding));
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
        if (Coin(random)) builder.WithDropout(random.NextSingle());
        if (Coin(random)) builder.WithInitialization(Any(random, Enum.GetValues<Initialization>()));
    }

    private static bool Coin(Random random) => random.Next(2) == 0;

    private static T Any<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
