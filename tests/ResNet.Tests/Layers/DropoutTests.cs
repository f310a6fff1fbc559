using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Layers;

public class DropoutTests
{
    private const int Width = 64;

    public static TheoryData<float> NoRates => [-0.1f, 1, 1.5f, float.NaN];

    public static TheoryData<BlockOrder, Normalization, Activation> Blocks
    {
        get
        {
            TheoryData<BlockOrder, Normalization, Activation> blocks = [];
            foreach (BlockOrder order in Enum.GetValues<BlockOrder>())
            {
                foreach (Normalization normalization in Enum.GetValues<Normalization>())
                {
                    foreach (Activation activation in new[] { Activation.Relu, Activation.Tanh, Activation.Gelu })
                    {
                        blocks.Add(order, normalization, activation);
                    }
                }
            }

            return blocks;
        }
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Identity)]
    public void Layers_and_plain_blocks_have_the_gradients_of_small_steps(Activation activation)
    {
        foreach (Normalization normalization in Enum.GetValues<Normalization>())
        {
            Network network = Network.Create(3).WithActivation(activation).WithNormalization(normalization).WithDropout(0.4f)
                .AddLayer(5).AddPlainBlock(4).AddOutput(2).Build(seed: 3);
            ForwardDifferences.ShouldBeTheGradients(network, NormalBatch.Of(3, 7));
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Residual_blocks_have_the_gradients_of_small_steps(BlockOrder order, Normalization normalization, Activation activation)
    {
        Network network = Network.Create(3).WithActivation(activation).WithNormalization(normalization).WithOrder(order).WithDropout(0.4f)
            .AddLayer(4).AddResidualBlock(4, block => block.WithZeroBranch(false).WithLayers(1))
            .AddResidualBlock(4, block => block.WithZeroBranch(false).WithLayers(3))
            .AddResidualBlock(5, block => block.WithZeroBranch(false).WithHiddenFactor(0.5f).WithBranchFactor(BranchFactor.Fixed(0.5f)))
            .AddOutput(2).Build(seed: 4);
        ForwardDifferences.ShouldBeTheGradients(network, NormalBatch.Of(3, 7));
    }

    [Fact]
    public void It_follows_the_activation_function_of_layers_and_plain_blocks()
    {
        // σ(0) = ½, and half of them is dropped; before σ it would do nothing
        Layer layer = Layer.Create(Width, Width).WithActivation(Activation.Sigmoid).WithInitialization(Initialization.Zero)
            .WithDropout(0.5f).Build();
        ValuesIn(layer.Forward(Ones).Output).Should().Equal(0, 1);
        PlainBlock block = PlainBlock.Create(Width, Width).WithActivation(Activation.Sigmoid).WithInitialization(Initialization.Zero)
            .WithDropout(0.5f).Build();
        ValuesIn(block.Forward(Ones).Output).Should().Equal(0, 1);
    }

    [Fact]
    public void In_a_post_activation_block_it_acts_between_the_layers_only()
    {
        // σ(0) = ½ becomes 0 or 1, goes through the last layer, and σ follows
        ResidualBlock block = Block(BlockOrder.PostActivation);
        Weight(block, 0).Clear();
        ValuesIn(block.Forward(0 * Ones).Output).Should().Equal(Sigmoid(0), Sigmoid(1));
    }

    [Fact]
    public void In_a_pre_activation_block_it_acts_between_the_layers_only()
    {
        // σ(0) = ½ goes through the first layer as it is, σ(½) is dropped or doubled
        ResidualBlock block = Block(BlockOrder.PreActivation);
        ValuesIn(block.Forward(0 * Ones).Output).Should().Equal(0, 2 * Sigmoid(0.5f));
    }

    [Fact]
    public void In_a_normalized_block_it_acts_between_the_layers_and_after_the_last()
    {
        // σ(0) = ½ becomes 0 or 1; with a bias of 3 that is 3 or 4, dropped or doubled
        ResidualBlock block = Block(BlockOrder.PreNorm);
        Array.Fill(block.Parameters.Single(parameter => parameter.Name == "layers.1.bias").Values, 3);
        ValuesIn(block.Forward(0 * Ones).Output).Should().Equal(0, 6, 8);
    }

    [Fact]
    public void In_a_normalized_block_of_one_layer_it_acts_after_it_and_not_before()
    {
        ResidualBlock block = Block(BlockOrder.PreNorm, layers: 1);
        ValuesIn(block.Forward(Ones).Output).Should().Equal(1, 1 + 2);
    }

    [Theory]
    [InlineData(BlockOrder.PostActivation)]
    [InlineData(BlockOrder.PreActivation)]
    public void Nothing_is_dropped_behind_a_block_of_one_layer_nor_after_the_last_of_a_run(BlockOrder order)
    {
        Network network = Network.Create(5).WithOrder(order).WithDropout(0.5f)
            .AddResidualBlock(5, block => block.WithLayers(1).WithZeroBranch(false)).AddOutput(3).Build(seed: 1);
        Matrix<float> input = NormalBatch.Of(5, 20);
        network.Forward(input).Output.Should().Be(network.Predict(input));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Predictions_know_nothing_of_it(BlockOrder order, Normalization normalization, Activation activation)
    {
        Network[] networks =
            [.. new[] { 0f, 0.5f }.Select(rate => Network.Create(5).WithActivation(activation).WithNormalization(normalization)
            .WithOrder(order).WithDropout(rate).AddLayer(6).AddPlainBlock(6).AddResidualBlock(6, block => block.WithZeroBranch(false))
            .AddOutput(3).Build(seed: 1))];
        Matrix<float> input = NormalBatch.Of(5, 20);
        Bits.Of(networks[1].Predict(input)).Should().Equal(Bits.Of(networks[0].Predict(input)));
        networks[1].Forward(input).Output.Should().NotBe(networks[0].Forward(input).Output);
    }

    [Fact]
    public void On_the_mean_a_linear_network_gives_its_prediction()
    {
        const int Seeds = 3000;
        Network network = Network.Create(3).WithActivation(Activation.Identity).WithDropout(0.3f).WithOrder(BlockOrder.PreNorm)
            .AddLayer(8).AddPlainBlock(6).AddResidualBlock(6, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 2);
        Matrix<float> input = NormalBatch.Of(3, 2);
        float[][] outputs = [.. Enumerable.Range(0, Seeds).Select(seed => network.Forward(input, seed).Output.ToColumnMajorArray())];

        float[] prediction = network.Predict(input).ToColumnMajorArray();
        for (int i = 0; i < prediction.Length; i++)
        {
            double mean = outputs.Average(output => output[i]),
                variance = outputs.Average(output => (output[i] - mean) * (output[i] - mean));
            mean.Should().BeApproximately(prediction[i], 4 * Math.Sqrt(variance / Seeds));
        }
    }

    [Fact]
    public void Every_sample_place_and_seed_has_its_own_mask()
    {
        PlainBlock block = PlainBlock.Create(Width, Width).WithActivation(Activation.Identity).WithDropout(0.5f).Build();
        for (int layer = 0; layer < 2; layer++) SetIdentity(Weight(block, layer));
        Matrix<float> output = block.Forward(Ones, seed: 1).Output;

        // kept by both layers, which with the same mask would be half of them
        ((double)output.Enumerate().Count(value => value != 0)).Should()
            .BeApproximately(Width * Width / 4.0, 4 * Width * Math.Sqrt(3 / 16.0));
        output.EnumerateColumns().Distinct().Should().HaveCount(Width);
        block.Forward(Ones, seed: 1).Output.Should().Be(output);
        block.Forward(Ones, seed: 2).Output.Should().NotBe(output);
    }

    [Theory]
    [MemberData(nameof(NoRates))]
    public void A_rate_below_0_or_not_below_1_is_refused(float rate)
    {
        Action[] settings =
        [
            () => Layer.Create(3, 3).WithDropout(rate), () => PlainBlock.Create(3, 3).WithDropout(rate),
            () => ResidualBlock.Create(3, 3).WithDropout(rate), () => Network.Create(3).WithDropout(rate),
        ];
        foreach (Action set in settings)
        {
            set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(rate))
                .WithMessage("A dropout rate must be at least 0 and below 1.*");
        }
    }

    private static Matrix<float> Ones => Matrix<float>.Build.Dense(Width, Width, 1);

    /// <summary>Layers whose weights are the identity; the activation function is σ, and half is dropped.</summary>
    private static ResidualBlock Block(BlockOrder order, int layers = 2)
    {
        ResidualBlock block = ResidualBlock.Create(Width, Width).WithActivation(Activation.Sigmoid).WithOrder(order).WithLayers(layers)
            .WithDropout(0.5f).Build();
        for (int layer = 0; layer < layers; layer++) SetIdentity(Weight(block, layer));
        if (order == BlockOrder.PreNorm && layers > 1) Weight(block, 0).Clear();
        return block;
    }

    private static Matrix<float> Weight(Module module, int layer) =>
        module.Parameters.Single(parameter => parameter.Name == $"layers.{layer}.weight").Value;

    private static void SetIdentity(Matrix<float> weight)
    {
        weight.Clear();
        weight.SetDiagonal(Vector<float>.Build.Dense(weight.RowCount, 1));
    }

    private static float[] ValuesIn(Matrix<float> matrix) => [.. matrix.Enumerate().Distinct().Order()];

    private static float Sigmoid(float x)
    {
        float[] y = new float[1];
        Activation.Sigmoid.Apply([x], y);
        return y[0];
    }
}
