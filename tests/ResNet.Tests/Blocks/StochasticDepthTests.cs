using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Blocks;

public class StochasticDepthTests
{
    private const int Inputs = 4;
    private const float Survival = 0.625f;

    public static TheoryData<float> NoProbabilities => [0, -0.1f, 1.1f, float.NaN];

    [Fact]
    public void Survival_falls_linearly_over_the_residual_blocks_of_a_network()
    {
        // 1 − l/4·(1 − ½)
        Network network = Network.Create(3).WithStochasticDepth(0.5f)
            .AddLayer(5).AddResidualBlocks(2).AddPlainBlocks(3).AddResidualBlocks(2).AddLayer(4).AddOutput(2).Build();
        Survivals(network).Should().Equal(0.875f, 0.75f, 0.625f, 0.5f);
    }

    [Fact]
    public void A_blocks_own_survival_wins_and_the_others_stay_as_they_are()
    {
        Network network = Network.Create(3).WithStochasticDepth(0.5f).AddResidualBlocks(2)
            .AddResidualBlock(3, block => block.WithSurvival(0.9f)).AddResidualBlock(3, block => block.WithSurvival(1)).AddOutput(2)
            .Build();
        Survivals(network).Should().Equal(0.875f, 0.75f, 0.9f, 1);
        ResidualBlock.Create(3, 3).WithSurvival(0.25f).Build().Survival.Should().Be(0.25f);
    }

    [Fact]
    public void Blocks_added_before_it_is_set_count_but_always_survive()
    {
        Network network = Network.Create(3).AddResidualBlocks(2).WithStochasticDepth(0.5f).AddResidualBlocks(2).AddOutput(2).Build();
        Survivals(network).Should().Equal(1, 1, 0.625f, 0.5f);
    }

    [Theory]
    [InlineData(0.8f)]
    [InlineData(0.1f)]
    [InlineData(1e-10f)]
    public void The_last_block_has_just_the_survival_that_was_set(float lastSurvival)
    {
        Network network = Network.Create(3).WithStochasticDepth(lastSurvival).AddResidualBlocks(3).AddOutput(2).Build();
        Survivals(network)[^1].Should().BeApproximately(lastSurvival, lastSurvival * 1e-6f);
    }

    [Fact]
    public void Without_it_every_branch_survives()
    {
        Survivals(Network.Create(3).AddResidualBlocks(3).AddOutput(2).Build()).Should().Equal(1, 1, 1);
        ResidualBlock.Create(3, 3).Build().Survival.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void In_training_a_samples_branch_counts_whole_or_not_at_all(BlockOrder order, Normalization normalization)
    {
        const int Samples = 400;
        Matrix<float> input = NormalBatch.Of(Inputs, Samples);
        foreach (int width in new[] { Inputs, 6 })
        {
            Matrix<float> output = Build(order, normalization, width, BranchFactor.None, Survival).Forward(input, seed: 3).Output;
            Matrix<float> whole = Build(order, normalization, width, BranchFactor.Fixed(1)).Forward(input).Output;
            Matrix<float> none = Build(order, normalization, width, BranchFactor.Fixed(0)).Forward(input).Output;
            int survived = 0;
            for (int j = 0; j < Samples; j++)
            {
                bool survives = output.Column(j).Equals(whole.Column(j));
                if (survives) survived++;
                else output.Column(j).Should().Equal(none.Column(j));
            }

            ((double)survived).Should().BeApproximately(Samples * Survival, 4 * Math.Sqrt(Samples * Survival * (1 - Survival)));
        }
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void In_inference_the_branch_is_multiplied_by_its_survival(BlockOrder order, Normalization normalization)
    {
        Matrix<float> input = NormalBatch.Of(Inputs, 20);
        Matrix<float> expected = Build(order, normalization, 6, BranchFactor.Fixed(Survival)).Predict(input);
        Bits.Of(Build(order, normalization, 6, BranchFactor.None, Survival).Predict(input)).Should().Equal(Bits.Of(expected));

        ResidualBlock learned = Build(order, normalization, 6, BranchFactor.Learned, Survival);
        learned.Parameters.Single(parameter => parameter.Name == "scale").Values[0] = 2;
        Matrix<float> expectedOfLearned = Build(order, normalization, 6, BranchFactor.Fixed(2 * Survival)).Predict(input);
        Bits.Of(learned.Predict(input)).Should().Equal(Bits.Of(expectedOfLearned));
    }

    [Fact]
    public void Every_block_draws_by_itself()
    {
        // the branches are 1 and 2, the shortcuts 0; p₁ = ¾ and p₂ = ½
        const int Samples = 1000;
        Network network = Network.Create(1).WithOrder(BlockOrder.PreActivation).WithActivation(Activation.Identity)
            .WithStochasticDepth(0.5f)
            .AddResidualBlocks(2, block => block.WithLayers(1)).AddOutput(1).Build();
        foreach ((string name, float value) in new[] { ("blocks.0.layers.0.bias", 1f), ("blocks.1.layers.0.bias", 2f),
            ("output.weight", 1f) })
        {
            network.Parameters.Single(parameter => parameter.Name == name).Values[0] = value;
        }

        Matrix<float> input = Matrix<float>.Build.Dense(1, Samples), output = network.Forward(input, seed: 1).Output;
        double[] counts = [.. new[] { 0, 1, 2, 3 }.Select(sum => (double)output.Enumerate().Count(value => value == sum))];
        for (int sum = 0; sum < 4; sum++)
        {
            counts[sum].Should().BeApproximately(Samples * (sum is 1 or 3 ? 0.375 : 0.125), 4 * Math.Sqrt(Samples * 0.25));
        }
        counts.Sum().Should().Be(Samples);
        network.Predict(input).Enumerate().Should().OnlyContain(value => value == 0.75f + 2 * 0.5f);
        network.Forward(input, seed: 1).Output.Should().Be(output);
        network.Forward(input, seed: 2).Output.Should().NotBe(output);
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void Gradients_are_those_of_small_steps_with_the_same_draws(BlockOrder order, Normalization normalization)
    {
        foreach (Activation activation in new[] { Activation.Tanh, Activation.Relu })
        {
            Network network = Network.Create(3).WithActivation(activation).WithNormalization(normalization).WithOrder(order)
                .WithStochasticDepth(0.4f)
                .AddLayer(4).AddResidualBlock(4, block => block.WithZeroBranch(false))
                .AddResidualBlock(5, block => block.WithBranchFactor(BranchFactor.Learned).WithShortcut(Shortcut.ZeroPadding))
                .AddResidualBlock(
                    5, block => block.WithZeroBranch(false).WithLayers(1).WithBranchFactor(BranchFactor.Fixed(0.5f)).WithDropout(0.3f))
                .AddResidualBlock(4, block => block.WithBranchFactor(BranchFactor.Learned)).AddOutput(2).Build(seed: 4);
            ForwardDifferences.ShouldBeTheGradients(network, NormalBatch.Of(3, 7));
        }
    }

    [Theory]
    [MemberData(nameof(NoProbabilities))]
    public void A_survival_that_is_not_above_0_and_at_most_1_is_refused(float probability)
    {
        const string Message = "A survival probability must be above 0 and at most 1.*";
        ResidualBlock.Create(3, 3).Invoking(block => block.WithSurvival(probability))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(probability)).WithMessage(Message);
        Network.Create(3).Invoking(network => network.WithStochasticDepth(probability))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("lastSurvival").WithMessage(Message);
    }

    private static float[] Survivals(Network network) => [.. network.Blocks.OfType<ResidualBlock>().Select(block => block.Survival)];

    private static ResidualBlock Build(BlockOrder order, Normalization normalization, int width, BranchFactor factor, float survival = 1) =>
        ResidualBlock.Create(Inputs, width).WithOrder(order).WithNormalization(normalization).WithActivation(Activation.Tanh)
            .WithZeroBranch(false).WithBranchFactor(factor).WithSurvival(survival).Build(seed: 2);
}
