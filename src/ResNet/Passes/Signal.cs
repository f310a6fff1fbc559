namespace ResNet;

/// <summary>
/// What flows from one operation to the next: a batch's activations, features × (columns a sample · samples), and in training
/// the gradient of the loss with respect to them.
/// </summary>
internal sealed class Signal(SampleShape shape)
{
    public SampleShape Shape { get; } = shape;

    /// <summary>The features of a column.</summary>
    public int Features => Shape.Features;

    public ActivationBuffer Value { get; set; }

    public ActivationBuffer Gradient { get; set; }

    /// <summary>Whether anybody asks for the gradient: nobody does for a training batch's inputs.</summary>
    public bool WantsGradient { get; set; } = true;

    /// <summary>The operations that read this signal, in the order of the forward pass.</summary>
    public List<Operation> Readers { get; } = [];

    /// <summary>Whether the value must stay as it is: its producer's backward pass, or the caller, wants it back.</summary>
    public bool IsKept { get; set; }

    /// <summary>
    /// What the producer's rectifier g multiplies by where z ≤ 0, if it applies g as it stores its results; 1 if there is none.
    /// The value is then g(…), and its gradient wants a factor g' before it goes on.
    /// </summary>
    public float Slope { get; set; } = 1;

    /// <summary>
    /// The factor of g' that the gradient wants where z ≤ 0: 1 too where the way back ends here, since what gives this signal is
    /// frozen and nobody asks for its δ.
    /// </summary>
    public float SlopeBack => EndsWayBack ? 1 : Slope;

    /// <summary>
    /// What the gradient is multiplied by besides g': 1/(1 − p) where what a rectifier gives is dropped with probability p.
    /// </summary>
    public float Scale { get; set; } = 1;

    /// <summary>Whether the way back ends here.</summary>
    public bool EndsWayBack { get; set; }

    /// <summary>
    /// The fused operation that is the last to add to the gradient, if one is: it multiplies by g' as it stores its results.
    /// </summary>
    public FusedOperation? Completer =>
        Readers.Count > 0 && Readers[0] is FusedOperation reader && reader.Input == this ? reader : null;

    public bool HasOneReader => Readers.Count == 1;

    /// <summary>Whether the only reader may write its own output over the value.</summary>
    public bool MayBeOverwritten => HasOneReader && !IsKept;

    /// <summary>
    /// The backward pass meets the last reader first: it writes the gradient, and the others add theirs.
    /// </summary>
    public bool IsWrittenFirstBy(Operation reader) => Readers[^1] == reader;

    /// <summary>The columns of some samples.</summary>
    public Slice ColumnsOf(Slice samples) => new(samples.First * Shape.Columns, samples.Count * Shape.Columns);
}
