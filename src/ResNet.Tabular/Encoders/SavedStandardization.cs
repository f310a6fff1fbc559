namespace ResNet.Tabular;

/// <summary>The description of a standardization in files.</summary>
/// <param name="Mean">μ</param>
/// <param name="Deviation">σ; 0 for a column that is constant in the training rows</param>
internal sealed record SavedStandardization(double Mean, double Deviation);
