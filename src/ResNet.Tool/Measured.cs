namespace ResNet.Tool;

/// <summary>What was measured on the rows of a file.</summary>
/// <param name="File">the file</param>
/// <param name="Rows">the number of its rows</param>
/// <param name="Metrics">the values, and what to doubt about them</param>
internal sealed record Measured(string File, int Rows, MetricValues Metrics)
{
    public override string ToString() => $"On {Shown.Count(Rows, "row")} of {Path.GetFileName(File)}: {Metrics}";
}
