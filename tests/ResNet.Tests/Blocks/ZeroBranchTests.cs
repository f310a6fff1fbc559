using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Blocks;

/// <summary>A residual block starts as its shortcut: its branch is zero.</summary>
public class ZeroBranchTests
{
    private const int Width = 6;

    public static TheoryData<Activation, Normalization> Forms
    {
        get
        {
            TheoryData<Activation, Normalization> forms = [];
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                foreach (Normalization normalization in Enum.GetValues<Normalization>()) forms.Add(activation, normalization);
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_post_activation_block_with_a_zero_branch_gives_g_of_its_input(Activation activation, Normalization normalization)
    {
        Matrix<float> input = NormalBatch.Of(Width, 9);
        ShouldGive(BlockOrder.PostActivation, activation, normalization, input, Applied(activation, input));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_pre_activation_or_normalized_block_with_a_zero_branch_is_the_identity(Activation activation, Normalization normalization)
    {
        Matrix<float> input = NormalBatch.Of(Width, 9);
        ShouldGive(BlockOrder.PreActivation, activation, normalization, input, input);
        ShouldGive(BlockOrder.PreNorm, activation, normalization, input, input);
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Identity)]
    public void After_its_own_activation_a_zero_branch_changes_nothing(Activation activation)
    {
        Matrix<float> input = Applied(activation, NormalBatch.Of(Width, 9));
        ShouldGive(BlockOrder.PostActivation, activation, Normalization.None, input, input);
    }

    [Fact]
    public void After_leaky_relu_a_zero_branch_changes_nothing_where_its_input_is_not_negative()
    {
        Matrix<float> input = Applied(Activation.LeakyRelu, NormalBatch.Of(Width, 9));
        Matrix<float> output = Zero(BlockOrder.PostActivation, Activation.LeakyRelu, Normalization.None, layers: 2).Predict(input);
        output.PointwiseMaximum(0).Should().Be(input.PointwiseMaximum(0));
        output.Should().NotBe(input, "what is negative shrinks again");
    }

    [Theory]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Sigmoid)]
    public void After_another_activation_a_zero_branch_does_change_its_input(Activation activation)
    {
        Matrix<float> input = Applied(activation, NormalBatch.Of(Width, 9));
        Zero(BlockOrder.PostActivation, activation, Normalization.None, layers: 2).Predict(input).Should().NotBe(input);
    }

    private static void ShouldGive(
        BlockOrder order, Activation activation, Normalization normalization, Matrix<float> input, Matrix<float> expected)
    {
        for (int layers = 1; layers <= 3; layers++)
        {
            ResidualBlock block = Zero(order, activation, normalization, layers);
            block.Predict(input).Should().Be(expected, "a block of {0} layers predicts so", layers);
            block.Forward(input).Output.Should().Be(expected, "a block of {0} layers trains so", layers);
        }
    }

    private static ResidualBlock Zero(BlockOrder order, Activation activation, Normalization normalization, int layers) =>
        ResidualBlock.Create(Width, Width).WithOrder(order).WithActivation(activation).WithNormalization(normalization)
            .WithLayers(layers).Build(seed: 3);

    private static Matrix<float> Applied(Activation activation, Matrix<float> input)
    {
        float[] output = new float[input.RowCount * input.ColumnCount];
        activation.Apply(input.ToColumnMajorArray(), output);
        return Matrix<float>.Build.Dense(input.RowCount, input.ColumnCount, output);
    }
}
