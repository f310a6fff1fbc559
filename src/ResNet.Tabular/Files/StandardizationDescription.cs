namespace ResNet.Tabular;

/// <summary>A standardization as files describe it.</summary>
/// <param name="Mean">μ</param>
/// <param name="Deviation">σ; 0 for a column that is constant in the training rows</param>
internal sealed record StandardizationDescription(double Mean, double Deviation);
