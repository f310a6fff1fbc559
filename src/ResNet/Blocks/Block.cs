namespace ResNet;

/// <summary>One or more layers in a row: plain, or residual with a shortcut around them.</summary>
public abstract class Block : Module
{
    private protected Block(string name, IReadOnlyList<Layer> layers)
        : base(name, layers[0].Inputs, layers[^1].Outputs) => Layers = layers;

    /// <summary>The layers of the main path.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    internal override string EntryName => Layers[0].Name;

    internal override IEnumerable<Norm> Norms => Layers.SelectMany(layer => layer.Norms);

    /// <summary>Layers in a row, the first of which takes the block's inputs and the last of which gives its outputs.</summary>
    private protected static IReadOnlyList<Layer> Stack(string name, int inputs, int outputs, BlockSettings settings)
    {
        var layers = new Layer[settings.Layers];
        for (int i = 0; i < layers.Length; i++)
        {
            (int from, int to) = settings.WidthsOf(i, inputs, outputs);
            Norm? norm = Norm.Create(Join(name, $"norms.{i}"), settings.NormalizationOf(i), settings.Order == BlockOrder.PostActivation ? to : from);
            bool endsLinear = settings.Order == BlockOrder.PreNorm && i == layers.Length - 1;
            Activation activation = endsLinear ? Activation.Identity : settings.Activation;
            layers[i] = new Layer(Join(name, $"layers.{i}"), from, to, activation, norm, settings.Order, settings.DropoutOf(i));
        }

        return layers;
    }

    private protected IEnumerable<Parameter> LayerParameters => Layers.SelectMany(layer => layer.Parameters);
}
