using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>What holds for every network, over random ones. A failure prints the seed to replay it by.</summary>
[Properties(Arbitrary = [typeof(RandomCases)], MaxTest = 100)]
public class RandomNetworkTests
{
    [Property]
    public void A_sample_has_the_same_bits_alone_in_any_batch_and_at_any_place(RandomCase drawn)
    {
        Network network = drawn.Network();
        network.Forward(drawn.Input); // running statistics other than 0 and 1
        Matrix<float> input = drawn.Input, output = network.Predict(input);
        int[] order = [.. Enumerable.Range(0, drawn.Samples).OrderBy(i => (i * 7919 + drawn.Seed) % 101)];
        Matrix<float> shuffled = network.Predict(Matrix<float>.Build.DenseOfColumnVectors(order.Select(input.Column)));
        Matrix<float> part = network.Predict(input.SubMatrix(0, drawn.Inputs, drawn.Samples / 2, drawn.Samples - drawn.Samples / 2));
        for (int j = 0; j < drawn.Samples; j++)
        {
            int[] expected = Column(output, j);
            Column(shuffled, Array.IndexOf(order, j)).Should().Equal(expected);
            Column(network.Predict(input.SubMatrix(0, drawn.Inputs, j, 1)), 0).Should().Equal(expected);
            if (j >= drawn.Samples / 2) Column(part, j - drawn.Samples / 2).Should().Equal(expected);
        }
    }

    [Property]
    public void Half_batches_gradients_sum_to_the_wholes(RandomCase drawn)
    {
        if (drawn.UsesBatchNorm) return; // its samples do not stand alone in training
        Network network = drawn.Network();
        int half = drawn.Samples / 2;
        (float[][] whole, Matrix<float> inputGradient) = Gradients(network, drawn, 0, drawn.Samples);
        (float[][] first, Matrix<float> firstInput) = Gradients(network, drawn, 0, half);
        (float[][] second, Matrix<float> secondInput) = Gradients(network, drawn, half, drawn.Samples - half);

        Bits.Of(firstInput.Append(secondInput)).Should().Equal(Bits.Of(inputGradient));
        for (int p = 0; p < whole.Length; p++)
        {
            float largest = new[] { whole[p], first[p], second[p] }.Max(gradient => gradient.Max(Math.Abs));
            float worst = whole[p].Select((value, i) => Math.Abs(value - (first[p][i] + second[p][i]))).Max();
            worst.Should().BeLessThanOrEqualTo(2e-6f * Math.Max(1, largest), network.Parameters[p].Name);
        }
    }

    private static (float[][] Parameters, Matrix<float> Input) Gradients(Network network, RandomCase drawn, int first, int count)
    {
        ForwardPass pass = network.Forward(drawn.Input.SubMatrix(0, drawn.Inputs, first, count));
        Matrix<float> inputGradient = pass.Backward(drawn.OutputGradient.SubMatrix(0, drawn.Outputs, first, count));
        return ([.. network.Parameters.Select(parameter => (float[])parameter.Gradients.Clone())], inputGradient);
    }

    private static int[] Column(Matrix<float> matrix, int column) => Bits.Of(matrix.Column(column).ToArray());
}
