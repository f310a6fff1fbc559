namespace ResNet;

/// <summary>The target of a sample: a class label, or the values of a regression or of several binary outputs.</summary>
public readonly ref struct Target
{
    internal Target(int label)
    {
        Label = label;
        Values = [];
    }

    internal Target(ReadOnlySpan<float> values)
    {
        Label = -1;
        Values = values;
    }

    /// <summary>The sample's class, from 0; −1 where the data has no classes.</summary>
    public int Label { get; }

    /// <summary>The sample's targets, one for each output; empty where the data has classes.</summary>
    public ReadOnlySpan<float> Values { get; }
}
