namespace ResNet.Tabular;

/// <summary>What a model predicts.</summary>
public enum TabularTask
{
    /// <summary>A class, with the probability of each class.</summary>
    Classification,

    /// <summary>A number, or a number for each of several label columns.</summary>
    Regression,

    /// <summary>
    /// Any number of labels at once: for each of several label columns of two classes, such as no and yes, the probability of the second.
    /// </summary>
    MultiLabel,
}
