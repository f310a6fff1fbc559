namespace ResNet;

/// <summary>
/// A number that says how well a network does on a whole data set. Derive from it to have one of your own watched,
/// reported and kept in the history.
/// </summary>
public abstract class Metric
{
    /// <summary>A metric of that name.</summary>
    /// <param name="name">its name, under which results list it</param>
    /// <param name="higherIsBetter">whether larger values are better</param>
    /// <exception cref="ArgumentException">the name is empty.</exception>
    protected Metric(string name, bool higherIsBetter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        HigherIsBetter = higherIsBetter;
    }

    /// <summary>The name under which results list it, such as <c>accuracy</c>.</summary>
    public string Name { get; }

    /// <summary>Whether larger values are better.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>The metric's value over all samples.</summary>
    /// <param name="predictions">the network's outputs and the data they belong to</param>
    public abstract double Measure(Predictions predictions);

    /// <summary>Refuses data that the metric says nothing about. Called before training starts.</summary>
    /// <param name="data">the data</param>
    /// <param name="outputs">the width of the network's output</param>
    /// <exception cref="ArgumentException">the metric does not go with this data or this number of outputs.</exception>
    public virtual void Check(Dataset data, int outputs)
    {
    }
}
