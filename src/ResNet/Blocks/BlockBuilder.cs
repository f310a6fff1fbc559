namespace ResNet;

/// <summary>The settings that plain and residual blocks have in common.</summary>
/// <typeparam name="TSelf">the builder</typeparam>
public abstract class BlockBuilder<TSelf> : SettingsBuilder<TSelf>
    where TSelf : BlockBuilder<TSelf>
{
    private protected BlockBuilder(string name, int inputs, int outputs, BlockSettings settings)
        : base(settings)
    {
        Name = name;
        Inputs = PositiveWidth(inputs, nameof(inputs));
        Outputs = PositiveWidth(outputs, nameof(outputs));
    }

    internal string Name { get; }

    internal int Inputs { get; }

    internal int Outputs { get; }

    internal BlockSettings Block => (BlockSettings)Settings;

    internal BlockRecipe Recipe => new(Inputs, Outputs, Block);

    /// <summary>Sets the number of layers in the block; 2 by default.</summary>
    /// <param name="layers">the number of layers, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException">there would be no layer.</exception>
    public TSelf WithLayers(int layers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        return With(Block with { Layers = layers });
    }
}
