using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Benchmarks;

/// <summary>
/// A dense layer of <see cref="MathNetNetwork"/>: z = W a + b over a batch, its gradients, and SGD with momentum. What it
/// gives lies in matrices of its own, used again in every pass.
/// </summary>
internal sealed class MathNetLayer
{
    private readonly Matrix<float> weight, weightGradient, weightVelocity, inputGradient, output, biases;
    private readonly Vector<float> bias, biasVelocity, ones;
    private Vector<float> biasGradient;
    private Matrix<float> input;

    public MathNetLayer(Matrix<float> weight, Vector<float> bias, int samples)
    {
        (this.weight, this.bias) = (weight, bias);
        weightGradient = Matrix<float>.Build.SameAs(weight);
        weightVelocity = Matrix<float>.Build.SameAs(weight);
        biasGradient = Vector<float>.Build.SameAs(bias);
        biasVelocity = Vector<float>.Build.SameAs(bias);
        ones = Vector<float>.Build.Dense(samples, 1);
        output = Matrix<float>.Build.Dense(weight.RowCount, samples);
        biases = Matrix<float>.Build.SameAs(output);
        inputGradient = Matrix<float>.Build.Dense(weight.ColumnCount, samples);
        input = inputGradient;
    }

    /// <summary>z = W a + b 1ᵀ.</summary>
    public Matrix<float> Forward(Matrix<float> a)
    {
        input = a;
        weight.Multiply(a, output);
        bias.OuterProduct(ones, biases);
        output.Add(biases, output);
        return output;
    }

    /// <summary>∂L/∂W = δ aᵀ, ∂L/∂b = δ 1 and, given back, ∂L/∂a = Wᵀ δ, with δ = ∂L/∂z.</summary>
    public Matrix<float> Backward(Matrix<float> delta)
    {
        delta.TransposeAndMultiply(input, weightGradient);
        biasGradient = delta.RowSums();
        weight.TransposeThisAndMultiply(delta, inputGradient);
        return inputGradient;
    }

    /// <summary>v ← μv + g, w ← w − ηv.</summary>
    public void Step(float rate, float momentum)
    {
        weightVelocity.Multiply(momentum, weightVelocity);
        weightVelocity.Add(weightGradient, weightVelocity);
        weightVelocity.Multiply(rate, weightGradient);
        weight.Subtract(weightGradient, weight);

        biasVelocity.Multiply(momentum, biasVelocity);
        biasVelocity.Add(biasGradient, biasVelocity);
        biasVelocity.Multiply(rate, biasGradient);
        bias.Subtract(biasGradient, bias);
    }
}
