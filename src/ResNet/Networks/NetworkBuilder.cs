namespace ResNet;

/// <summary>
/// Builds a <see cref="Network"/>: <c>Add…</c> appends, <c>With…</c> sets the default for what is added after it, and one
/// <c>Build</c> ends it. A built network does not change when its builder does.
/// </summary>
/// <example>
/// <code>
/// Network network = Network.Create(inputs: 20)
///     .WithNormalization(Normalization.Batch).WithDropout(0.1f)
///     .AddLayer(64)
///     .AddResidualBlocks(10)
///     .AddOutput(["cat", "dog"])
///     .Build(seed: 42);
/// </code>
/// </example>
public sealed class NetworkBuilder : SettingsBuilder<NetworkBuilder>
{
    private readonly List<BlockRecipe> blocks = [];
    private readonly int inputs;
    private int width;
    private int? outputs;
    private IReadOnlyList<string>? classNames;
    private IReadOnlyList<Embedding> embeddings = [];

    internal NetworkBuilder(int inputs)
        : base(new BlockSettings()) => width = this.inputs = PositiveWidth(inputs, nameof(inputs));

    private BlockSettings Block => (BlockSettings)Settings;

    private string NextName => $"blocks.{blocks.Count}";

    /// <summary>Sets the order of the residual blocks added after; post-activation by default.</summary>
    /// <param name="order">the order</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such order.</exception>
    public NetworkBuilder WithOrder(BlockOrder order) => With(Block with { Order = Argument.Defined(order) });

    /// <summary>
    /// Sets the shortcut of the residual blocks added after; by default identity where the widths agree and projection
    /// where they differ.
    /// </summary>
    /// <param name="shortcut">the shortcut</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such shortcut.</exception>
    public NetworkBuilder WithShortcut(Shortcut shortcut) => With(Block with { Shortcut = Argument.Defined(shortcut) });

    /// <summary>
    /// Sets stochastic depth (Huang et al. 2016) for the residual blocks added after: of the L residual blocks of a network,
    /// the branch of block l survives a training pass with probability p_l = 1 − (l/L)(1 − p_L), each sample by itself; in
    /// inference it is multiplied by p_l. 1, that is none, by default.
    /// </summary>
    /// <param name="lastSurvival">p_L, above 0 and at most 1</param>
    /// <exception cref="ArgumentOutOfRangeException">p_L is not in (0, 1].</exception>
    public NetworkBuilder WithStochasticDepth(float lastSurvival) =>
        With(Block with { LastSurvival = Probability(lastSurvival, nameof(lastSurvival)) });

    /// <summary>
    /// Has features that are categories' codes replaced by learned vectors (Guo and Berkhahn 2016): the other features go
    /// first, then the vectors in the order given. Comes before all layers and blocks; input standardization leaves codes alone.
    /// </summary>
    /// <param name="embeddings">which features, how many categories, and how wide the vectors</param>
    /// <exception cref="ArgumentNullException">there is no list.</exception>
    /// <exception cref="ArgumentException">a feature is not there or is named twice, or a number is below 1.</exception>
    /// <exception cref="InvalidOperationException">there are embeddings, layers or blocks already.</exception>
    public NetworkBuilder AddEmbeddings(params IReadOnlyList<Embedding> embeddings)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        if (blocks.Count > 0 || outputs is not null || this.embeddings.Count > 0)
        {
            throw new InvalidOperationException("Embeddings are added once, before all layers and blocks.");
        }

        if (embeddings.Any(embedding =>
            embedding.Feature < 0 || embedding.Feature >= inputs || embedding.Categories < 1 || embedding.Width < 1)
            || embeddings.DistinctBy(embedding => embedding.Feature).Count() != embeddings.Count)
        {
            throw new ArgumentException(
                $"Embeddings need different features between 0 and {inputs - 1}, at least one category and a width of at least 1.",
                nameof(embeddings));
        }

        this.embeddings = [.. embeddings];
        width = EmbeddingsPart.WidthOf(inputs, embeddings);
        return this;
    }

    /// <summary>Adds a dense layer. It takes a block number, as a plain block of one layer.</summary>
    /// <param name="width">the layer's width, at least 1</param>
    /// <param name="configure">settings of this layer</param>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    /// <exception cref="InvalidOperationException">the output layer has been added.</exception>
    public NetworkBuilder AddLayer(int width, Action<LayerBuilder>? configure = null)
    {
        CheckOpen();
        var layer = new LayerBuilder(this.width, width, Settings);
        configure?.Invoke(layer);
        var settings = new BlockSettings
        {
            Layers = 1,
            Activation = layer.Settings.Activation,
            Normalization = layer.Settings.Normalization,
            Initialization = layer.Settings.Initialization,
            Dropout = layer.Settings.Dropout,
        };
        return Add(new BlockRecipe(this.width, width, settings));
    }

    /// <summary>Adds a plain block.</summary>
    /// <param name="width">width of the block's layers, at least 1</param>
    /// <param name="configure">settings of this block</param>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    /// <exception cref="InvalidOperationException">the output layer has been added.</exception>
    public NetworkBuilder AddPlainBlock(int width, Action<PlainBlockBuilder>? configure = null)
    {
        CheckOpen();
        var block = new PlainBlockBuilder(this.width, width, Block, NextName);
        configure?.Invoke(block);
        return Add(block.Recipe);
    }

    /// <summary>Adds plain blocks of the width reached so far.</summary>
    /// <param name="count">how many, 0 or more</param>
    /// <param name="configure">settings of these blocks</param>
    /// <exception cref="ArgumentOutOfRangeException">the count is negative.</exception>
    /// <exception cref="InvalidOperationException">the output layer has been added.</exception>
    public NetworkBuilder AddPlainBlocks(int count, Action<PlainBlockBuilder>? configure = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (int i = 0; i < count; i++) AddPlainBlock(width, configure);
        return this;
    }

    /// <summary>Adds a residual block.</summary>
    /// <param name="width">width of the block's layers, at least 1</param>
    /// <param name="configure">settings of this block</param>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    /// <exception cref="InvalidOperationException">
    /// the output layer has been added; the shortcut is the identity but the widths differ; or a learned branch factor
    /// stands before a zero branch.
    /// </exception>
    public NetworkBuilder AddResidualBlock(int width, Action<ResidualBlockBuilder>? configure = null)
    {
        CheckOpen();
        var block = new ResidualBlockBuilder(this.width, width, Block, NextName);
        configure?.Invoke(block);
        block.Check();
        return Add(block.Recipe);
    }

    /// <summary>Adds residual blocks of the width reached so far.</summary>
    /// <param name="count">how many, 0 or more</param>
    /// <param name="configure">settings of these blocks</param>
    /// <exception cref="ArgumentOutOfRangeException">the count is negative.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="AddResidualBlock"/>.</exception>
    public NetworkBuilder AddResidualBlocks(int count, Action<ResidualBlockBuilder>? configure = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (int i = 0; i < count; i++) AddResidualBlock(width, configure);
        return this;
    }

    /// <summary>
    /// Adds a linear layer to a width and residual blocks for tables behind it (Gorishniy et al. 2021, §3.2): normalized order,
    /// batch norm, ReLU, a + Dropout(W₂ Dropout(g(W₁ N(a) + b₁)) + b₂).
    /// </summary>
    /// <param name="count">how many blocks, 0 or more</param>
    /// <param name="width">width of the blocks, at least 1</param>
    /// <param name="hiddenFactor">width between a block's two layers, as a factor of its width; 2 by default</param>
    /// <param name="dropout">the dropout rate, at least 0 and below 1; 0.2 by default</param>
    /// <exception cref="ArgumentOutOfRangeException">a number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">the output layer has been added.</exception>
    public NetworkBuilder AddTabularBlocks(int count, int width, float hiddenFactor = 2, float dropout = 0.2f)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        AddLayer(width, layer => layer.WithActivation(Activation.Identity).WithNormalization(Normalization.None).WithDropout(0));
        return AddResidualBlocks(count, block => block
            .WithOrder(BlockOrder.PreNorm).WithNormalization(Normalization.Batch).WithActivation(Activation.Relu)
            .WithHiddenFactor(hiddenFactor).WithDropout(dropout));
    }

    /// <summary>
    /// Adds an output layer with one output for each class, and keeps the classes' names with the network.
    /// </summary>
    /// <param name="classNames">the names in the order of the labels, two or more, all different</param>
    /// <exception cref="ArgumentNullException">there are no names.</exception>
    /// <exception cref="ArgumentException">there are fewer than two names, two are the same, or one is null.</exception>
    /// <exception cref="InvalidOperationException">there is an output layer already.</exception>
    public NetworkBuilder AddOutput(IReadOnlyList<string> classNames)
    {
        IReadOnlyList<string> names = NetworkRecipe.CheckedNames(classNames, nameof(classNames));
        AddOutput(names.Count);
        this.classNames = names;
        return this;
    }

    /// <summary>Adds the output layer, z = W a + b without activation: losses take z as it is. Nothing may follow.</summary>
    /// <param name="outputs">width of the output, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException">the width is below 1.</exception>
    /// <exception cref="InvalidOperationException">there is an output layer already.</exception>
    public NetworkBuilder AddOutput(int outputs)
    {
        CheckOpen();
        this.outputs = PositiveWidth(outputs, nameof(outputs));
        return this;
    }

    /// <summary>Builds the network and draws its weights.</summary>
    /// <param name="seed">fixes every draw</param>
    /// <exception cref="InvalidOperationException">
    /// there is no output layer, there are two runs of pre-activation or normalized blocks, or a weight would be larger than an array.
    /// </exception>
    public Network Build(int seed = 0) => new(Recipe(), seed);

    /// <summary>What has been said so far, as a network's recipe; refuses what cannot be built.</summary>
    internal NetworkRecipe Recipe()
    {
        if (outputs is not { } outputWidth) throw new InvalidOperationException("The network has no output layer; call AddOutput.");
        CheckRuns();
        return new NetworkRecipe(
            inputs, outputWidth, [.. StochasticDepth.SetSurvivals(blocks)])
        { ClassNames = classNames, Embeddings = embeddings };
    }

    private NetworkBuilder Add(BlockRecipe block)
    {
        blocks.Add(block);
        width = block.Outputs;
        return this;
    }

    private void CheckOpen()
    {
        if (outputs is not null) throw new InvalidOperationException("The output layer has been added; nothing may follow it.");
    }

    /// <summary>Refuses a second run of blocks that want one more g(N(·)) behind them.</summary>
    private void CheckRuns()
    {
        int first = blocks.FindIndex(block => BlockParts.EndsWithAddition(block.Settings)),
            last = blocks.FindLastIndex(block => BlockParts.EndsWithAddition(block.Settings));
        int stranger = first < 0 ? -1 : blocks.FindIndex(first, block => !BlockParts.EndsWithAddition(block.Settings));
        if (stranger < 0 || stranger > last) return;
        throw new InvalidOperationException(
            $"A network has at most one run of pre-activation or normalized blocks, but blocks.{stranger} interrupts the run that " +
            $"begins at blocks.{first} and blocks.{last} begins another.");
    }
}
