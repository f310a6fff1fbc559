using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>Networks wider, and batches larger, than the blocks that a product is cut into.</summary>
public class WideNetworkTests
{
    private const int Inputs = 40;
    private const int Outputs = 3;
    private const int Samples = 290;

    /// <summary>Along the gradient g the loss changes by ‖g‖² a unit of length: a central difference of the loss itself.</summary>
    [Theory]
    [InlineData(BlockOrder.PostActivation, Normalization.None)]
    [InlineData(BlockOrder.PostActivation, Normalization.Layer)]
    [InlineData(BlockOrder.PreActivation, Normalization.None)]
    [InlineData(BlockOrder.PreActivation, Normalization.Batch)]
    public void The_loss_changes_along_the_gradient_as_the_gradient_says(BlockOrder order, Normalization normalization)
    {
        Network network = Build(order, normalization);
        Matrix<float> input = NormalBatch.Of(Inputs, Samples, seed: 1), target = NormalBatch.Of(Outputs, Samples, seed: 2);
        ForwardPass pass = network.Forward(input);
        pass.Backward((pass.Output - target) * (2f / (Outputs * Samples)));
        foreach (Parameter parameter in network.Parameters)
        {
            float[] gradient = (float[])parameter.Gradients.Clone(), values = (float[])parameter.Values.Clone();
            double square = gradient.Sum(value => (double)value * value);
            if (square < 1e-10) continue; // of a bias that batch norm takes away again, only rounding is left
            double length = 2e-3 / Math.Sqrt(square);
            double difference = LossAt(+length) - LossAt(-length);
            values.CopyTo(parameter.Values, 0);
            (difference / (2 * length)).Should().BeApproximately(square, 0.01 * square, parameter.Name);

            double LossAt(double step)
            {
                for (int i = 0; i < values.Length; i++) parameter.Values[i] = (float)(values[i] + step * gradient[i]);
                return Loss(network.Forward(input).Output, target);
            }
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(Samples)]
    public void A_norm_that_is_never_reached_clips_nothing(int batch)
    {
        Bits.Of(Trained(clipNorm: null, batch)).Should().Equal(Bits.Of(Trained(clipNorm: 1e30f, batch)));
    }

    private static Network Trained(float? clipNorm, int batch)
    {
        Network network = Build(BlockOrder.PostActivation, Normalization.Layer);
        var options = new TrainerOptions
        {
            Loss = ResNet.Loss.MeanSquaredError, Optimizer = new Adam(), BatchSize = batch, Epochs = 2, ClipNorm = clipNorm,
        };
        new Trainer(network, options).Fit(Dataset.ForRegression(NormalBatch.Of(Inputs, Samples), NormalBatch.Of(Outputs, Samples)));
        return network;
    }

    private static Network Build(BlockOrder order, Normalization normalization) => Network.Create(Inputs)
        .WithActivation(Activation.Tanh).WithNormalization(normalization).WithOrder(order)
        .AddLayer(300).AddResidualBlock(300, block => block.WithZeroBranch(false))
        .AddResidualBlock(270, block => block.WithZeroBranch(false))
        .AddOutput(Outputs).Build(seed: 5);

    private static double Loss(Matrix<float> output, Matrix<float> target) =>
        (output - target).Enumerate().Sum(difference => (double)difference * difference) / (Outputs * Samples);
}
