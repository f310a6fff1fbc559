using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Training;

namespace ResNet.Tests.Networks;

/// <summary>What is written to a parameter's value counts from then on.</summary>
public class LiveParameterTests
{
    [Fact]
    public void What_is_written_to_a_value_counts_in_the_next_prediction()
    {
        Network network = Build();
        Matrix<float> input = NormalBatch.Of(3, 5);
        Matrix<float> before = network.Predict(input);
        Named(network, "output.bias").Value[1, 0] += 2;
        Matrix<float> after = network.Predict(input);
        after.Row(0).Should().Equal(before.Row(0));
        (after - before).Row(1).Should().OnlyContain(difference => Math.Abs(difference - 2) < 1e-6f);
    }

    [Fact]
    public void A_learned_factor_is_live_too()
    {
        ResidualBlock block = ResidualBlock.Create(3, 3).WithBranchFactor(BranchFactor.Learned).Build();
        Matrix<float> input = NormalBatch.NotNegative(3, 5);
        block.Predict(input).Should().Be(input);
        block.Parameters.Single(parameter => parameter.Name == "scale").Value[0, 0] = 1;
        block.Predict(input).Should().NotBe(input);
    }

    [Fact]
    public void What_is_written_between_fits_counts_and_the_fit_writes_there()
    {
        Network written = Build(), untouched = Build();
        Matrix<float> bias = Named(written, "output.bias").Value;
        bias[0, 0] = 3;
        foreach (Network network in new[] { written, untouched })
        {
            new Trainer(network, new TrainerOptions { Epochs = 1 }).Fit(HalvesData.Of(20));
        }
        bias[0, 0].Should().BeInRange(2.5f, 3, "one small step from 3").And.NotBe(3);
        Named(untouched, "output.bias").Value[0, 0].Should().BeInRange(-0.5f, 0.5f);
    }

    [Fact]
    public void Every_backward_pass_overwrites_the_gradients()
    {
        Network network = Build();
        Matrix<float> input = NormalBatch.Of(3, 5), outputGradient = NormalBatch.Of(2, 5);
        network.Parameters.SelectMany(parameter => parameter.Gradient.Enumerate()).Should().OnlyContain(value => value == 0);

        Matrix<float> first = network.Forward(input).Backward(outputGradient);
        int[] gradients = [.. network.Parameters.SelectMany(parameter => Bits.Of(parameter.Gradient))];
        Matrix<float> second = network.Forward(input).Backward(outputGradient);
        network.Parameters.SelectMany(parameter => Bits.Of(parameter.Gradient)).Should().Equal(gradients);
        Bits.Of(second).Should().Equal(Bits.Of(first));
    }

    [Fact]
    public void A_pass_keeps_its_own_copy_of_the_input()
    {
        Network network = Build();
        Matrix<float> input = NormalBatch.Of(3, 5), outputGradient = NormalBatch.Of(2, 5);
        network.Forward(input).Backward(outputGradient);
        int[] gradients = [.. network.Parameters.SelectMany(parameter => Bits.Of(parameter.Gradient))];

        ForwardPass pass = network.Forward(input);
        input.Clear();
        pass.Backward(outputGradient);
        network.Parameters.SelectMany(parameter => Bits.Of(parameter.Gradient)).Should().Equal(gradients);
    }

    private static Parameter Named(Network network, string name) => network.Parameters.Single(parameter => parameter.Name == name);

    private static Network Build() => Network.Create(3).AddLayer(6).AddResidualBlock(6).AddOutput(2).Build(seed: 5);
}
