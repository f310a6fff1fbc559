namespace ResNet;

/// <summary>What a sample's output should be: a class, or the values of a regression or of several yes-or-no questions.</summary>
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
