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
public sealed class Network : Module
{
    private readonly int lastPreActivation;
    private readonly Parameter[] parameters;
    private readonly Use use = new();

    internal Network(int inputs, int outputs, IReadOnlyList<Block> blocks, int lastPreActivation, int seed)
        : base(string.Empty, inputs, outputs)
    {
        Blocks = blocks;
        this.lastPreActivation = lastPreActivation;
        if (lastPreActivation >= 0)
        {
            Block last = blocks[lastPreActivation];
            FinalNorm = Norm.Create("final.norm", last.Layers[0].Normalization, last.Outputs);
        }

        Output = new Affine("output", blocks.Count == 0 ? inputs : blocks[^1].Outputs, outputs, bias: true);
        WeightDraw.DrawLinear(Output.Weight, seed);
        parameters = [.. GatherParameters()];
    }

    /// <summary>The layers and blocks before the output layer.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The number of weight layers on the main path, the output layer included, shortcuts not counted.</summary>
    public int Depth => Blocks.Sum(block => block.Layers.Count) + 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>How inputs are scaled before the first block; null where they are taken as they are.</summary>
    public Scaling? InputScaling { get; private set; }

    /// <summary>How targets are scaled in training, and outputs scaled back; null where they are not.</summary>
    public Scaling? TargetScaling { get; private set; }

    /// <summary>The number of blocks, from the first, that a trainer leaves as they are.</summary>
    public int FrozenBlocks { get; private set; }

    internal Affine Output { get; }

    /// <summary>Everything that training changes, by name: parameters and running statistics.</summary>
    internal IEnumerable<(string Name, float[] Values)> State =>
        parameters.Select(parameter => (parameter.Name, parameter.Values)).Concat(Norms.SelectMany(norm => norm.Running));

    /// <summary>N of the g(N(·)) that follows the last pre-activation block.</summary>
    internal Norm? FinalNorm { get; }

    internal override string EntryName => Blocks.Count == 0 ? Output.Name : Blocks[0].EntryName;

    internal override IEnumerable<Norm> Norms
    {
        get
        {
            IEnumerable<Norm> norms = Blocks.SelectMany(block => block.Norms);
            return FinalNorm is null ? norms : norms.Append(FinalNorm);
        }
    }

    /// <summary>Begins a network.</summary>
    /// <param name="inputs">the number of features of a sample, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no input.</exception>
    public static NetworkBuilder Create(int inputs) => new(inputs);

    /// <summary>A table: block, widths, layers, shortcut, parameters.</summary>
    public override string ToString() => NetworkSummary.Of(this);

    /// <summary>The scaled inputs, the blocks, the output layer, and its output in the targets' units.</summary>
    internal override Signal Wire(Plan plan, Signal input)
    {
        Signal z = WireLayers(plan, WireInput(plan, input), frozen: 0);
        return TargetScaling is null ? z : plan.Append(new ScalingOperation(plan, Output.Name, TargetScaling, undo: true, z));
    }

    /// <summary>The same for a trainer: up to the output layer's z, which losses take, the frozen blocks as in inference.</summary>
    internal Signal WireLogits(Plan plan, Signal input) => WireLayers(plan, WireInput(plan, input), FrozenBlocks);

    private Signal WireInput(Plan plan, Signal input) =>
        InputScaling is null ? input : plan.Append(new ScalingOperation(plan, "input", InputScaling, undo: false, input));

    private Signal WireLayers(Plan plan, Signal input, int frozen)
    {
        Signal a = input;
        for (int i = 0; i < Blocks.Count; i++)
        {
            a = i < frozen ? plan.Freeze(Blocks[i].Wire, a) : Blocks[i].Wire(plan, a);
            if (i == lastPreActivation)
            {
                a = plan.Activate("final", Blocks[i].Layers[0].Activation, plan.Normalize(FinalNorm, a));
            }
        }

        return Output.Wire(plan, a);
    }

    internal override Use.Lease BeginPrediction() => use.BeginPrediction();

    internal Use.Lease BeginFit() => use.BeginFit();

    private IEnumerable<Parameter> GatherParameters()
    {
        for (int i = 0; i < Blocks.Count; i++)
        {
            foreach (Parameter parameter in Blocks[i].Parameters) yield return parameter;
            if (i != lastPreActivation || FinalNorm is null) continue;
            yield return FinalNorm.Gamma;
            yield return FinalNorm.Beta;
        }

        foreach (Parameter parameter in Output.Parameters) yield return parameter;
    }
}
