namespace ResNet.Tabular;

/// <summary>What is predicted.</summary>
public enum TabularTask
{
    /// <summary>A class, with the probability of each.</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,
}
