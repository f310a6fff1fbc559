namespace ResNet;

/// <summary>The settings that layers, blocks and networks have in common. Each call returns the builder itself.</summary>
/// <typeparam name="TSelf">the builder</typeparam>
public abstract class SettingsBuilder<TSelf>
    where TSelf : SettingsBuilder<TSelf>
{
    private protected SettingsBuilder(LayerSettings settings) => Settings = settings;

    internal LayerSettings Settings { get; private protected set; }

    /// <summary>Sets the activation function g; ReLU by default.</summary>
    /// <param name="activation">the activation function</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such activation function.</exception>
    public TSelf WithActivation(Activation activation) => With(Settings with { Activation = Defined(activation) });

    /// <summary>Sets the normalization N; none by default.</summary>
    /// <param name="normalization">the normalization</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such normalization.</exception>
    public TSelf WithNormalization(Normalization normalization) => With(Settings with { Normalization = Defined(normalization) });

    /// <summary>
    /// Sets how weights are drawn; by default He before ReLU, leaky ReLU, GELU and SiLU and Glorot before the others.
    /// Projections and the output layer are always drawn with variance 1/fan-in.
    /// </summary>
    /// <param name="initialization">the initialization</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such initialization.</exception>
    public TSelf WithInitialization(Initialization initialization) => With(Settings with { Initialization = Defined(initialization) });

    private protected TSelf With(LayerSettings settings)
    {
        Settings = settings;
        return (TSelf)this;
    }

    private protected static int PositiveWidth(int width, string name) => width >= 1
        ? width
        : throw new ArgumentOutOfRangeException(name, width, "A width must be at least 1.");

    private protected static TEnum Defined<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no such {typeof(TEnum).Name}.");
}
