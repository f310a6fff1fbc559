using MathNet.Numerics.LinearAlgebra;

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
    private readonly Parameter[] parameters;
    private readonly Use use = new();

    /// <summary>A network with its weights drawn; without a seed they are left 0, for whoever has others.</summary>
    internal Network(NetworkRecipe recipe, int? seed)
        : base(string.Empty, recipe.Inputs, recipe.Outputs)
    {
        this.recipe = recipe;
        if (recipe.Embeddings.Count > 0) Embeddings = new Embeddings(Inputs, recipe.Embeddings, seed);
        Blocks = [.. recipe.Blocks.Select(block => block.Build(seed))];
        if (recipe.LastWithAddition >= 0)
        {
            BlockRecipe last = recipe.Blocks[recipe.LastWithAddition];
            FinalNorm = Norm.Create("final.norm", last.Settings.Normalization, last.Outputs);
        }

        Output = new Affine("output", recipe.LastWidth, Outputs, bias: true);
        if (seed.HasValue) WeightDraw.DrawLinear(Output.Weight, seed.Value);
        parameters = [.. GatherParameters()];
    }

    /// <summary>The layers and blocks before the output layer.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The number of weight layers on the main path, the output layer included, shortcuts not counted.</summary>
    public int Depth => Blocks.Sum(block => block.Layers.Count) + 1;

    /// <summary>The classes' names in the order of the outputs; null where they have none.</summary>
    public IReadOnlyList<string>? ClassNames => recipe.ClassNames;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The vectors of the features that are categories' codes; null where there are none.</summary>
    internal Embeddings? Embeddings { get; }

    internal Affine Output { get; }

    /// <summary>N of the g(N(·)) that follows the last pre-activation or normalized block.</summary>
    internal Norm? FinalNorm { get; }

    /// <summary>The number of the block that g(N(·)) follows; −1 where none ends with its addition.</summary>
    internal int LastWithAddition => recipe.LastWithAddition;

    internal override string EntryName => Embeddings is not null ? Embeddings.Name : Blocks.Count == 0 ? Output.Name : Blocks[0].EntryName;

    internal override IEnumerable<Norm> Norms
    {
        get
        {
            IEnumerable<Norm> norms = Blocks.SelectMany(block => block.Norms);
            return FinalNorm is null ? norms : norms.Append(FinalNorm);
        }
    }

    /// <summary>Everything that training changes, by name: parameters and running statistics.</summary>
    internal IEnumerable<(string Name, float[] Values)> State =>
        parameters.Select(parameter => (parameter.Name, parameter.Values)).Concat(Norms.SelectMany(norm => norm.Running));

    /// <summary>Begins a network.</summary>
    /// <param name="inputs">the number of features of a sample, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no input.</exception>
    public static NetworkBuilder Create(int inputs) => new(inputs);

    /// <summary>A table: block, widths, layers, shortcut, parameters.</summary>
    public override string ToString() => NetworkSummary.Of(this);

    /// <summary>The scaled inputs, the blocks, the output layer, and its output in the targets' own units.</summary>
    internal override Signal Wire(Plan plan, Signal input)
    {
        Signal z = WireLayers(plan, WireInput(plan, input), frozen: 0);
        return TargetStandardization is null ? z : plan.Append(new StandardizationOperation(plan, Output.Name, TargetStandardization, undo: true, z));
    }

    /// <summary>The same for a trainer: up to the output layer's z, which losses take, the frozen blocks as in inference.</summary>
    internal Signal WireLogits(Plan plan, Signal input) => WireLayers(plan, WireInput(plan, input), FrozenBlocks);

    internal override Use.Lease BeginPrediction() => use.BeginPrediction();

    internal Use.Lease BeginFit() => use.BeginFit();

    private Signal WireInput(Plan plan, Signal input) =>
        InputStandardization is null ? input : plan.Append(new StandardizationOperation(plan, "input", InputStandardization, undo: false, input));

    private Signal WireLayers(Plan plan, Signal input, int frozen)
    {
        Signal a = input;
        if (Embeddings is not null) a = frozen > 0 ? plan.Freeze(Embeddings.Wire, a) : Embeddings.Wire(plan, a);
        for (int i = 0; i < Blocks.Count; i++)
        {
            int block = i;
            a = i < frozen ? plan.Freeze((plan, a) => WireBlock(plan, block, a), a) : WireBlock(plan, block, a);
        }

        return Output.Wire(plan, a);
    }

    /// <summary>A block, and g(N(·)) behind the last one that ends with an addition.</summary>
    private Signal WireBlock(Plan plan, int block, Signal input)
    {
        Signal a = Blocks[block].Wire(plan, input);
        return block == LastWithAddition
            ? plan.Activate("final", recipe.Blocks[block].Settings.Activation, plan.Normalize(FinalNorm, a))
            : a;
    }

    private IEnumerable<Parameter> GatherParameters() =>
        [.. Embeddings?.Weights ?? [], .. Enumerable.Range(0, Blocks.Count).SelectMany(ParametersOf), .. Output.Parameters];

    /// <summary>The parameters of a block, and of the final norm with the block that it follows.</summary>
    private IEnumerable<Parameter> ParametersOf(int block) => block == LastWithAddition && FinalNorm is not null
        ? [.. Blocks[block].Parameters, FinalNorm.Gamma, FinalNorm.Beta]
        : Blocks[block].Parameters;
}
