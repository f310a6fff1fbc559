namespace ResNet;

/// <summary>
/// Builds a <see cref="Network"/>: <c>Add…</c> appends, <c>With…</c> sets the default for what is added after it, and one
/// <c>Build</c> ends it. A built network does not change when its builder does.
/// </summary>
public sealed class NetworkBuilder : SettingsBuilder<NetworkBuilder>
{
    private readonly List<Func<int, Block>> blocks = [];
    private readonly List<BlockOrder?> orders = [];
    private readonly int inputs;
    private int width;
    private int? outputs;

    internal NetworkBuilder(int inputs)
        : base(new BlockSettings()) => width = this.inputs = PositiveWidth(inputs, nameof(inputs));

    private BlockSettings Block => (BlockSettings)Settings;

    private string NextName => $"blocks.{blocks.Count}";

    /// <summary>Sets the order of the residual blocks added after; post-activation by default.</summary>
    /// <param name="order">the order</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such order.</exception>
    public NetworkBuilder WithOrder(BlockOrder order) => With(Block with { Order = Defined(order) });

    /// <summary>
    /// Sets the shortcut of the residual blocks added after; by default identity where the widths agree and projection
    /// where they differ.
    /// </summary>
    /// <param name="shortcut">the shortcut</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such shortcut.</exception>
    public NetworkBuilder WithShortcut(Shortcut shortcut) => With(Block with { Shortcut = Defined(shortcut) });

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
        };
        return Add(width, order: null, new PlainBlockBuilder(this.width, width, settings, NextName).Build);
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
        return Add(width, order: null, block.Build);
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
        return Add(width, block.Block.Order, block.Build);
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
    /// there is no output layer, there are two runs of pre-activation blocks, or a weight would be larger than an array.
    /// </exception>
    public Network Build(int seed = 0)
    {
        if (outputs is not { } outputWidth) throw new InvalidOperationException("The network has no output layer; call AddOutput.");
        return new Network(inputs, outputWidth, [.. blocks.Select(build => build(seed))], LastOfPreActivationRun(), seed);
    }

    private NetworkBuilder Add(int newWidth, BlockOrder? order, Func<int, Block> build)
    {
        blocks.Add(build);
        orders.Add(order);
        width = newWidth;
        return this;
    }

    private void CheckOpen()
    {
        if (outputs is not null) throw new InvalidOperationException("The output layer has been added; nothing may follow it.");
    }

    /// <summary>The index of the last pre-activation block, or −1.</summary>
    private int LastOfPreActivationRun()
    {
        int first = orders.IndexOf(BlockOrder.PreActivation), last = orders.LastIndexOf(BlockOrder.PreActivation);
        int stranger = first < 0 ? -1 : orders.FindIndex(first, order => order != BlockOrder.PreActivation);
        if (stranger >= 0 && stranger < last)
        {
            throw new InvalidOperationException(
                $"A network has at most one run of pre-activation blocks, but blocks.{stranger} interrupts the run that " +
                $"begins at blocks.{first} and blocks.{last} begins another.");
        }

        return last;
    }
}
