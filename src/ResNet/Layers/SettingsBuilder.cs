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
    public TSelf WithActivation(Activation activation) => With(Settings with { Activation = Argument.Defined(activation) });

    /// <summary>Sets the normalization N; none by default.</summary>
    /// <param name="normalization">the normalization</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such normalization.</exception>
    public TSelf WithNormalization(Normalization normalization) => With(Settings with { Normalization = Argument.Defined(normalization) });

    /// <summary>
    /// Sets how weights are drawn; by default He before ReLU, leaky ReLU, GELU and SiLU and Glorot before the others.
    /// Projections and the output layer are always drawn with variance 1/fan-in.
    /// </summary>
    /// <param name="initialization">the initialization</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such initialization.</exception>
    public TSelf WithInitialization(Initialization initialization) =>
        With(Settings with { Initialization = Argument.Defined(initialization) });

    /// <summary>
    /// Sets dropout (Srivastava et al. 2014): in training each activation becomes 0 with probability p and is divided by
    /// 1 − p otherwise. It follows the activation function of layers and plain blocks; in residual blocks it acts between
    /// the layers, not before the first and, but in normalized order, not after the last. 0 by default.
    /// </summary>
    /// <param name="rate">p, at least 0 and below 1</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not in [0, 1).</exception>
    public TSelf WithDropout(float rate) => With(Settings with
    {
        Dropout = rate is >= 0 and < 1
            ? rate
            : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A dropout rate must be at least 0 and below 1."),
    });

    private protected TSelf With(LayerSettings settings)
    {
        Settings = settings;
        return (TSelf)this;
    }

    private protected static int PositiveWidth(int width, string name) => width >= 1
        ? width
        : throw new ArgumentOutOfRangeException(name, width, "A width must be at least 1.");

    private protected static float Probability(float value, string name) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A survival probability must be above 0 and at most 1.");
}
