using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>
/// The gradients of a large batch lie in memory that is used again and again on the way back, those of a small one do not:
/// both must say the same.
/// </summary>
public class GradientMemoryTests
{
    private const int Width = 256;
    private const int Samples = 512;
    private const int Part = 16;

    [Theory]
    [InlineData(BlockOrder.PostActivation, Normalization.None, 1)]
    [InlineData(BlockOrder.PostActivation, Normalization.None, 2)]
    [InlineData(BlockOrder.PostActivation, Normalization.None, 4)]
    [InlineData(BlockOrder.PostActivation, Normalization.Layer, 3)]
    [InlineData(BlockOrder.PreActivation, Normalization.None, 2)]
    [InlineData(BlockOrder.PreActivation, Normalization.None, 4)]
    [InlineData(BlockOrder.PreActivation, Normalization.Layer, 3)]
    [InlineData(BlockOrder.PreNorm, Normalization.None, 1)]
    [InlineData(BlockOrder.PreNorm, Normalization.None, 2)]
    [InlineData(BlockOrder.PreNorm, Normalization.Layer, 3)]
    public void A_large_batchs_gradient_is_the_sum_of_its_parts(BlockOrder order, Normalization normalization, int layers)
    {
        Network network = Network.Create(Width).WithOrder(order).WithNormalization(normalization)
            .AddLayer(Width)
            .AddResidualBlocks(4, block => block.WithLayers(layers).WithZeroBranch(false).WithBranchFactor(BranchFactor.Fixed(0.5f)))
            .AddResidualBlocks(3, block => block.WithLayers(layers).WithZeroBranch(false))
            .AddOutput(3).Build(seed: 4);
        Matrix<float> input = NormalBatch.Of(Width, Samples, seed: 1), outputGradient = NormalBatch.Of(3, Samples, seed: 2);

        (float[][] whole, Matrix<float> inputGradient) = Gradients(0, Samples);
        double[][] sums = [.. whole.Select(gradient => new double[gradient.Length])];
        for (int first = 0; first < Samples; first += Part)
        {
            (float[][] part, Matrix<float> partsInputGradient) = Gradients(first, Part);
            Bits.Of(partsInputGradient).Should().Equal(Bits.Of(inputGradient.SubMatrix(0, Width, first, Part)));
            for (int p = 0; p < sums.Length; p++)
            {
                for (int i = 0; i < sums[p].Length; i++) sums[p][i] += part[p][i];
            }
        }

        for (int p = 0; p < sums.Length; p++)
        {
            double largest = sums[p].Max(Math.Abs), worst = sums[p].Zip(whole[p], (sum, value) => Math.Abs(sum - value)).Max();
            worst.Should().BeLessThanOrEqualTo(2e-5 * largest, network.Parameters[p].Name);
        }

        (float[][] Parameters, Matrix<float> Input) Gradients(int first, int count)
        {
            ForwardPass pass = network.Forward(input.SubMatrix(0, Width, first, count));
            Matrix<float> gradient = pass.Backward(outputGradient.SubMatrix(0, 3, first, count));
            return ([.. network.Parameters.Select(parameter => (float[])parameter.Gradients.Clone())], gradient);
        }
    }
}
