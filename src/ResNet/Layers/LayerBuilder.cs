namespace ResNet;

/// <summary>Builds a <see cref="Layer"/>.</summary>
public sealed class LayerBuilder : SettingsBuilder<LayerBuilder>
{
    private readonly int inputs;
    private readonly int outputs;

    internal LayerBuilder(int inputs, int outputs, LayerSettings settings)
        : base(settings)
    {
        this.inputs = PositiveWidth(inputs, nameof(inputs));
        this.outputs = PositiveWidth(outputs, nameof(outputs));
    }

    /// <summary>Builds the layer.</summary>
    /// <param name="seed">fixes every draw</param>
    public Layer Build(int seed = 0)
    {
        var parts = new Stage(string.Empty, BlockParts.Of(inputs, outputs, Settings));
        return new Layer(parts, new LiveArrays([parts], seed), new Use());
    }
}
