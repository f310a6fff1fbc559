using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Benchmarks;

/// <summary>
/// The yardstick: the network of a <see cref="Workload"/>, its gradients and its training step, written plainly with
/// Math.NET's matrices, which its managed provider multiplies on all processors.
/// </summary>
internal sealed class MathNetNetwork
{
    private readonly MathNetLayer entry, output;
    private readonly (MathNetLayer First, MathNetLayer Second)[] blocks;
    private readonly Stack<Matrix<float>> rectified = new();

    /// <summary>Copies the parameters of a network such as <see cref="Workload.CreateNetwork"/> gives.</summary>
    public MathNetNetwork(Network network, int samples)
    {
        Control.UseManaged();
        Control.UseMultiThreading();
        MathNetLayer[] layers =
        [
            .. network.Parameters.Chunk(2).Select(pair => new MathNetLayer(pair[0].Value.Clone(), pair[1].Value.Column(0), samples)),
        ];
        (entry, output) = (layers[0], layers[^1]);
        blocks = [.. layers[1..^1].Chunk(2).Select(pair => (pair[0], pair[1]))];
    }

    /// <summary>The logits, classes × samples.</summary>
    public Matrix<float> Forward(Matrix<float> x)
    {
        rectified.Clear();
        Matrix<float> a = Rectify(entry.Forward(x));
        foreach ((MathNetLayer first, MathNetLayer second) in blocks)
        {
            Matrix<float> branch = second.Forward(Rectify(first.Forward(a)));
            branch.Add(a, branch);
            a = Rectify(branch);
        }

        return output.Forward(a);
    }

    /// <summary>From the logits' gradient to that of the input, after a pass forward.</summary>
    public Matrix<float> Backward(Matrix<float> outputGradient)
    {
        Matrix<float> gradient = output.Backward(outputGradient);
        foreach ((MathNetLayer first, MathNetLayer second) in blocks.Reverse())
        {
            Matrix<float> delta = Differentiate(gradient);
            gradient = first.Backward(Differentiate(second.Backward(delta)));
            gradient.Add(delta, gradient);
        }

        return entry.Backward(Differentiate(gradient));
    }

    /// <summary>Trains on a batch; gives its mean loss before the step.</summary>
    public double Step(Dataset batch, float rate, float momentum)
    {
        Matrix<float> probabilities = Softmax(Forward(batch.Inputs));
        double loss = 0;
        foreach ((int sample, int label) in batch.Labels!.Index())
        {
            loss -= Math.Log(probabilities[label, sample]);
            probabilities[label, sample] -= 1;
        }

        Backward(probabilities / batch.Count);
        entry.Step(rate, momentum);
        foreach ((MathNetLayer first, MathNetLayer second) in blocks)
        {
            first.Step(rate, momentum);
            second.Step(rate, momentum);
        }

        output.Step(rate, momentum);
        return loss / batch.Count;
    }

    private static Matrix<float> Softmax(Matrix<float> logits) =>
        Matrix<float>.Build.DenseOfColumnVectors(logits.EnumerateColumns().Select(z =>
        {
            Vector<float> exponentials = (z - z.Maximum()).PointwiseExp();
            return exponentials / exponentials.Sum();
        }));

    /// <summary>max(z, 0), in z's place; remembered for the way back.</summary>
    private Matrix<float> Rectify(Matrix<float> z)
    {
        z.PointwiseMaximum(0, z);
        rectified.Push(z);
        return z;
    }

    /// <summary>
    /// Where the last rectified output not yet gone back through is not positive, the gradient becomes 0, in its place.
    /// </summary>
    private Matrix<float> Differentiate(Matrix<float> gradient)
    {
        rectified.Pop().Map2((a, g) => a > 0 ? g : 0, gradient, gradient);
        return gradient;
    }
}
