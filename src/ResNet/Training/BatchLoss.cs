using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// The losses of a batch's samples, and the gradient of their weighted mean with respect to the output. Where a sample takes
/// several columns its loss is their mean, and its output the mean of theirs.
/// </summary>
/// <param name="loss">the loss</param>
/// <param name="targets">what the outputs should be</param>
/// <param name="output">the output, in training</param>
/// <param name="capacity">the most samples a batch may have</param>
internal sealed class BatchLoss(Loss loss, Targets targets, Signal output, int capacity)
{
    private readonly float[] losses = new float[capacity];
    private readonly bool?[] wrong = new bool?[capacity];
    private readonly float[] means = output.Shape.Columns == 1 ? [] : new float[capacity * output.Features];

    /// <summary>The loss of a sample of the batch.</summary>
    public float this[int j] => losses[j];

    /// <summary>Whether a sample of the batch is misclassified; null where there are no classes.</summary>
    public bool? IsWrong(int j) => wrong[j];

    /// <summary>Computes the loss of a sample and its part of the gradient.</summary>
    /// <param name="j">the sample of the batch</param>
    /// <param name="sample">the same sample in the data</param>
    /// <param name="share">what it counts for: its weight over the batch's sum of weights</param>
    public void Compute(int j, int sample, float share)
    {
        Slice columns = output.ColumnsOf(new Slice(j, 1));
        float sum = 0;
        for (int column = columns.First; column < columns.End; column++)
        {
            Span<float> gradient = output.Gradient.Column(column);
            sum += loss.OfSample(output.Value.Column(column), targets[sample], gradient);
            TensorPrimitives.Multiply(gradient, share / columns.Count, gradient);
        }

        losses[j] = sum / columns.Count;
        wrong[j] = loss.IsWrong(OutputOf(j), targets[sample]);
    }

    /// <summary>A sample's output, z.</summary>
    public ReadOnlySpan<float> OutputOf(int j)
    {
        if (output.Shape.Columns == 1) return output.Value.Sample(j);
        Span<float> mean = means.AsSpan(j * output.Features, output.Features);
        mean.Clear();
        Slice columns = output.ColumnsOf(new Slice(j, 1));
        for (int column = columns.First; column < columns.End; column++) Elementwise.AddTo(mean, output.Value.Column(column));
        TensorPrimitives.Divide(mean, columns.Count, mean);
        return mean;
    }
}
