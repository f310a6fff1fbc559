using System.Collections;

namespace ResNet.Tabular;

/// <summary>The predictions of many rows, each made when it is asked for: a million of them are one array.</summary>
/// <param name="outputs">the network's outputs, one row after another; it takes ownership of them</param>
/// <param name="width">the number of outputs of a row</param>
/// <param name="target">what they mean</param>
internal sealed class PredictionList(float[] outputs, int width, ModelTarget target) : IReadOnlyList<TabularPrediction>
{
    public int Count => outputs.Length / width;

    public TabularPrediction this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return target.PredictionOf(outputs.AsSpan(index * width, width).ToArray());
        }
    }

    public IEnumerator<TabularPrediction> GetEnumerator()
    {
        for (int row = 0; row < Count; row++) yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Shown.Count(Count, "prediction");
}
