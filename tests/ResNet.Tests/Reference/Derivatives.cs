namespace ResNet.Tests.Reference;

/// <summary>The derivatives of one result with respect to every scalar on its tape.</summary>
public sealed class Derivatives(double[] byIndex)
{
    public double By(Scalar variable) => byIndex[variable.Index];

    public double[] By(Scalar[] variables) => [.. variables.Select(By)];

    public double[][] By(Scalar[][] variables) => [.. variables.Select(By)];
}
