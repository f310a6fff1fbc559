using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet;

/// <content>Predictions as classes, probabilities and single samples.</content>
public sealed partial class Network
{
    /// <summary>The output for one sample, as <see cref="Module.Predict(Matrix{float})"/> gives it in any batch.</summary>
    /// <param name="sample">the sample's features, as many as the network has inputs</param>
    /// <returns>the outputs</returns>
    /// <exception cref="ArgumentException">there are more or fewer features, or one is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public float[] Predict(ReadOnlySpan<float> sample) =>
        Predict(Matrix<float>.Build.Dense(sample.Length, 1, sample.ToArray())).AsColumnMajorArray();

    /// <summary>
    /// The class of each sample: that of the largest output (the first of equal ones), or, with a single output, 1 where it is
    /// positive and 0 elsewhere.
    /// </summary>
    /// <param name="input">the samples, inputs × samples</param>
    /// <exception cref="ArgumentNullException">there is no input.</exception>
    /// <exception cref="ArgumentException">the input has another number of rows, no column, or a value that is not finite.</exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    public int[] PredictClasses(Matrix<float> input)
    {
        Matrix<float> z = Predict(input);
        ReadOnlySpan<float> values = z.AsColumnMajorArray();
        var classes = new int[z.ColumnCount];
        for (int j = 0; j < classes.Length; j++)
        {
            ReadOnlySpan<float> ofSample = values.Slice(j * Outputs, Outputs);
            classes[j] = Outputs == 1 ? ofSample[0] > 0 ? 1 : 0 : TensorPrimitives.IndexOfMax(ofSample);
        }

        return classes;
    }

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
        Span<float> values = z.AsColumnMajorArray();
        for (int j = 0; j < z.ColumnCount; j++)
        {
            Span<float> ofSample = values.Slice(j * Outputs, Outputs);
            if (Outputs == 1) Elementwise.Sigmoid(ofSample, ofSample);
            else Elementwise.Softmax(ofSample);
        }

        return z;
    }
}
