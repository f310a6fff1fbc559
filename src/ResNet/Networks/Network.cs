namespace ResNet;

/// <summary>
/// A stack of layers, plain blocks and residual blocks that ends in an output layer. Maps inputs × samples to
/// outputs × samples.
/// </summary>
/// <example>
/// <code>
/// Network network = Network.Create(inputs: 784).AddLayer(64).AddResidualBlocks(50).AddOutput(10).Build(seed: 42);
/// </code>
/// </example>
public sealed partial class Network : Module
{
    private readonly NetworkRecipe recipe;
    private IReadOnlyList<Stage> stages;

    /// <summary>A network with its weights drawn; without a seed they are left 0, for whoever has others.</summary>
    internal Network(NetworkRecipe recipe, int? seed)
        : this(recipe, [.. recipe.Stages()], seed)
    {
    }

    private Network(NetworkRecipe recipe, Stage[] stages, int? seed)
        : base(new LiveArrays(NetworkRecipe.InFiles(stages), seed), new Use())
    {
        this.recipe = recipe;
        this.stages = Array.AsReadOnly(stages);
        IEnumerable<Stage> ofBlocks = stages.Where(stage => stage.Block.HasValue && stage.Name != StageName.Final);
        Blocks = [.. recipe.Blocks.Zip(ofBlocks, (block, stage) => Block.Of(block, stage, Arrays, Use))];
    }

    /// <summary>The layers and blocks before the output layer.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>
    /// What the network is made of, as data: stage after stage in the order of the forward pass, and each one's parts, with their
    /// shapes and arrays. Whoever wants to write a network to another format, count something in it or draw it, walks this.
    /// </summary>
    /// <example>
    /// <code>
    /// long multiplications = network.Parts.Sum(stage => stage.Parts.All.Sum(part => part.Multiplications));
    /// </code>
    /// </example>
    public IReadOnlyList<Stage> Parts => stages;

    /// <summary>The number of weight layers on the main path, the output layer included, shortcuts not counted.</summary>
    public int Depth => Blocks.Sum(block => block.Layers.Count) + 1;

    /// <summary>The classes' names in the order of the outputs; null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames => recipe.ClassNames;

    internal override IReadOnlyList<Stage> Stages => stages;

    /// <summary>Begins a network.</summary>
    /// <param name="inputs">the number of features of a sample, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no input.</exception>
    public static NetworkBuilder Create(int inputs) => new(inputs);

    /// <summary>A table: block, widths, layers, shortcut, parameters.</summary>
    public override string ToString() => NetworkSummary.Of(this);

    /// <summary>All up to the output layer's z, which losses take, the frozen stages as in inference.</summary>
    internal override Signal WireTraining(Plan plan, Signal input)
    {
        Stage[] frozen = FrozenBlocks == 0 ? [] : [.. stages.TakeWhile(stage => stage.Name == StageName.Inputs || IsFrozen(stage))];
        Signal a = frozen.Length == 0 ? input : plan.Freeze((plan, a) => Wire(plan, frozen, a), input);
        return Wire(plan, stages.Skip(frozen.Length).Where(stage => stage.Name != StageName.Outputs), a);
    }

    /// <summary>Whether a trainer leaves the stage as it is.</summary>
    internal bool IsFrozen(Stage stage) => FrozenBlocks > 0 && (stage.Name == StageName.Embeddings || stage.Block < FrozenBlocks);
}
