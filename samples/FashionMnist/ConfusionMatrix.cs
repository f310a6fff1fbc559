using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Samples;

internal sealed class ConfusionMatrix
{
    private readonly int[,] counts;
    public int[,] Counts => counts;
    private ConfusionMatrix(int[,] counts) => this.counts = counts;
    public int this[int l, int p] => counts[l, p];
    public int Classes => counts.GetLength(0);
    public int Count => counts.Cast<int>().Sum();
    public double Accuracy => All.Sum(c => counts[c, c]) / (double)Count;
    public double MacroF1 => All.Average(F1);
    public double MacroRecall => All.Average(Recall);
    public double MacroPrecision => All.Average(Precision);
    private IEnumerable<int> All => Enumerable.Range(0, Classes);
    public double Precision(int c) => counts[c, c] / (double)Math.Max(1, All.Sum(l => counts[l, c]));
    public double Recall(int c) => counts[c, c] / (double)Math.Max(1, All.Sum(l => counts[c, l]));
    public double F1(int c) => 2.0 * counts[c, c] / Math.Max(1, All.Sum(l => counts[c, l] + counts[l, c]));
    public static ConfusionMatrix Of(Predictions predictions)
    {
        var counts = new int[predictions.Data.Classes, predictions.Data.Classes];
        foreach ((int j, Vector<float> z) in predictions.Outputs.EnumerateColumnsIndexed()) counts[predictions.Data.Labels![j], z.MaximumIndex()]++;
        return new ConfusionMatrix(counts);
    }
}
