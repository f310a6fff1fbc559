using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <content>Predictions as classes and probabilities.</content>
public sealed partial class Network
{
    /// <summary>
    /// The class of each sample: that of the largest output (the first of equal ones), or, with a single output, 1 where it is
    /// positive and 0 elsewhere.
    /// </summary>
    /// <param name="input">the samples, inputs × samples</param>
    /// <exception cref="ArgumentNullException">there is no input.</exception>
    /// <exception cref="ArgumentException">the input has another number of rows, no column, or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public int[] PredictClasses(Matrix<float> input) => ClassesOf(Predict(input).AsColumnMajorArray());

    /// <summary>
    /// The probability of each class, softmax(z) with a network's output z: exp(zᵢ)/Σₖ exp(zₖ). With a single output σ(z), the
    /// probability of class 1.
    /// </summary>
    /// <param name="input">the samples, inputs × samples</param>
    /// <returns>the probabilities, outputs × samples</returns>
    /// <exception cref="ArgumentNullException">there is no input.</exception>
    /// <exception cref="ArgumentException">the input has another number of rows, no column, or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public Matrix<float> PredictProbabilities(Matrix<float> input)
    {
        Matrix<float> z = Predict(input);
        AsProbabilities(z.AsColumnMajorArray());
        return z;
    }

    /// <summary>The classes of samples whose outputs lie one after the other.</summary>
    private int[] ClassesOf(float[] outputs)
    {
        var classes = new int[outputs.Length / Outputs];
        for (int j = 0; j < classes.Length; j++)
        {
            ReadOnlySpan<float> z = outputs.AsSpan(j * Outputs, Outputs);
            classes[j] = Outputs == 1 ? z[0] > 0 ? 1 : 0 : TensorPrimitives.IndexOfMax(z);
        }

        return classes;
    }

    /// <summary>Turns outputs that lie one after the other into probabilities.</summary>
    private float[] AsProbabilities(float[] outputs)
    {
        for (int first = 0; first < outputs.Length; first += Outputs)
        {
            Span<float> z = outputs.AsSpan(first, Outputs);
            if (Outputs == 1) Sigmoids.Logistic(z, z);
            else Elementwise.Softmax(z);
        }

        return outputs;
    }
}
