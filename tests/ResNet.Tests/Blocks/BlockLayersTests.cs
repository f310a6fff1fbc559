using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Blocks;

/// <summary>A layer of a block says what the block does there, and does the same by itself.</summary>
public class BlockLayersTests
{
    private const int Width = 5;
    private const int Samples = 7;
    private const float Dropout = 0.25f;

    /// <summary>Activations, normalizations, dropout, and how many layers.</summary>
    public static TheoryData<Activation, Normalization, float, int> Forms
    {
        get
        {
            TheoryData<Activation, Normalization, float, int> forms = [];
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                foreach (Normalization normalization in Enum.GetValues<Normalization>())
                {
                    for (int layers = 1; layers <= 3; layers++)
                    {
                        forms.Add(activation, normalization, 0, layers);
                        forms.Add(activation, normalization, Dropout, layers);
                    }
                }
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_plain_block_is_its_layers_in_a_row(Activation g, Normalization n, float dropout, int layers)
    {
        PlainBlock block = Configured(PlainBlock.Create(Width, Width), g, n, dropout, layers).Build(seed: 3);
        Says(block).Should().Equal(Enumerable.Repeat((g, n, dropout), layers));
        ShouldBe(block, (f, _) => f);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_post_activation_block_is_g_of_its_layers_in_a_row_and_its_input(Activation g, Normalization n, float dropout, int layers)
    {
        ResidualBlock block = Residual(BlockOrder.PostActivation, g, n, dropout, layers);
        Says(block).Should().Equal([.. Enumerable.Repeat((g, n, dropout), layers - 1), (Activation.Identity, n, 0)]);
        ShouldBe(block, (f, a) => Applied(g, f + a));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_pre_activation_block_is_its_layers_in_a_row_and_its_input(Activation g, Normalization n, float dropout, int layers)
    {
        ResidualBlock block = Residual(BlockOrder.PreActivation, g, n, dropout, layers);
        Says(block).Should().Equal([(g, n, 0), .. Enumerable.Repeat((g, n, dropout), layers - 1)]);
        ShouldBe(block, (f, a) => f + a);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_pre_norm_block_is_its_layers_in_a_row_and_its_input(Activation g, Normalization n, float dropout, int layers)
    {
        ResidualBlock block = Residual(BlockOrder.PreNorm, g, n, dropout, layers);
        Says(block).Should().Equal(Enumerable.Range(0, layers).Select(
            i => (i < layers - 1 ? g : Activation.Identity, i == 0 ? n : Normalization.None, dropout)));
        ShouldBe(block, (f, a) => f + a);
    }

    private static ResidualBlock Residual(BlockOrder order, Activation g, Normalization n, float dropout, int layers) =>
        Configured(ResidualBlock.Create(Width, Width), g, n, dropout, layers)
            .WithOrder(order).WithZeroBranch(false).WithHiddenFactor(2).Build(seed: 3);

    private static T Configured<T>(BlockBuilder<T> builder, Activation g, Normalization n, float dropout, int layers)
        where T : BlockBuilder<T> => builder.WithLayers(layers).WithActivation(g).WithNormalization(n).WithDropout(dropout);

    private static IEnumerable<(Activation G, Normalization N, float Dropout)> Says(Block block) =>
        block.Layers.Select(layer => (layer.Activation, layer.Normalization, layer.Dropout));

    /// <summary>The block's output in training and in prediction is what the formula says of its layers' F and its input a.</summary>
    private static void ShouldBe(Block block, Func<Matrix<float>, Matrix<float>, Matrix<float>> formula)
    {
        Matrix<float> a = NormalBatch.Of(Width, Samples);
        block.Forward(a, seed: 8); // running statistics other than 0 and 1
        ShouldBe(block.Predict(a), formula(InARow(block, a, (layer, x) => layer.Predict(x)), a));
        ShouldBe(block.Forward(a, seed: 9).Output, formula(InARow(block, a, (layer, x) => layer.Forward(x, seed: 9).Output), a));
    }

    private static void ShouldBe(Matrix<float> output, Matrix<float> expected) => Bits.Of(output).Should().Equal(Bits.Of(expected));

    private static Matrix<float> InARow(Block block, Matrix<float> a, Func<Layer, Matrix<float>, Matrix<float>> run) =>
        block.Layers.Aggregate(a, (x, layer) => run(layer, x));

    private static Matrix<float> Applied(Activation g, Matrix<float> z)
    {
        float[] a = new float[z.RowCount * z.ColumnCount];
        g.Apply(z.ToColumnMajorArray(), a);
        return Matrix<float>.Build.Dense(z.RowCount, z.ColumnCount, a);
    }
}
