namespace ResNet.Tabular;

/// <summary>What a model predicts.</summary>
public enum TabularTask
{
    /// <summary>A class, with the probability of each class.</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,
}
