using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Layers;

/// <summary>What a layer, a block and a network say to an input or a gradient that does not fit.</summary>
public class InputErrorTests
{
    public static TheoryData<string> Names => ["Layer", "layers.0", "norms", "blocks.0.layers.0", "output"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_number_of_features_names_the_place_what_was_expected_and_what_came(string entry)
    {
        foreach (Action<Matrix<float>> use in Uses(Of(entry)))
        {
            use.Invoking(u => u(NormalBatch.Of(4, 7))).Should().Throw<ArgumentException>().WithParameterName("input")
                .WithMessage($"{NameOf(entry)} expects 3 features (rows), but the input is 4 × 7.*");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_input_that_is_not_finite_is_refused(string entry)
    {
        foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            Matrix<float> input = NormalBatch.Of(3, 7);
            input[2, 6] = bad;
            foreach (Action<Matrix<float>> use in Uses(Of(entry)))
            {
                use.Invoking(u => u(input)).Should().Throw<ArgumentException>().WithParameterName("input")
                    .WithMessage($"The input of {NameOf(entry)} is not finite.*");
            }
        }
    }

    [Fact]
    public void Large_finite_inputs_are_not_refused()
    {
        Matrix<float> input = Matrix<float>.Build.Dense(3, 7, float.MaxValue);
        Layer.Create(3, 2).WithInitialization(Initialization.Zero).Build().Predict(input).ColumnCount.Should().Be(7);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_input_is_refused(string entry)
    {
        foreach (Action<Matrix<float>> use in Uses(Of(entry)))
        {
            use.Invoking(u => u(null!)).Should().Throw<ArgumentNullException>().WithParameterName("input");
        }
    }

    [Fact]
    public void A_sparse_input_is_as_good_as_a_dense_one()
    {
        Matrix<float> dense = NormalBatch.NotNegative(3, 7);
        Module layer = Of("Layer");
        layer.Predict(Matrix<float>.Build.SparseOfMatrix(dense)).Should().Be(layer.Predict(dense));
    }

    [Fact]
    public void An_input_without_samples_is_refused()
    {
        Module[] modules = [Of("Layer"), Of("norms")];
        foreach (Action<Matrix<float>> use in modules.SelectMany(Uses))
        {
            use.Invoking(u => u(Matrix<float>.Build.Dense(3, 0))).Should().Throw<ArgumentException>().WithParameterName("input")
                .WithMessage("*expects at least 1 sample (column), but the input is 3 × 0.*");
        }
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(2, 6)]
    [InlineData(7, 2)]
    public void A_gradient_of_another_shape_than_the_output_is_refused(int rows, int columns)
    {
        ForwardPass pass = Of("blocks.0.layers.0").Forward(NormalBatch.Of(3, 7));
        pass.Invoking(p => p.Backward(NormalBatch.Of(rows, columns))).Should().Throw<ArgumentException>()
            .WithParameterName("outputGradient")
            .WithMessage($"The output of blocks.0.layers.0 is 2 × 7, but its gradient is {rows} × {columns}.*");
        pass.Backward(NormalBatch.Of(2, 7)).RowCount.Should().Be(3, "a refused gradient does not spend the pass");
    }

    [Fact]
    public void No_gradient_is_refused() => Of("Layer").Forward(NormalBatch.Of(3, 7)).Invoking(pass => pass.Backward(null!))
        .Should().Throw<ArgumentNullException>().WithParameterName("outputGradient");

    [Fact]
    public void A_pass_can_be_gone_back_once()
    {
        ForwardPass pass = Of("Layer").Forward(NormalBatch.Of(3, 7));
        pass.Backward(NormalBatch.Of(2, 7));
        pass.Invoking(p => p.Backward(NormalBatch.Of(2, 7))).Should().Throw<InvalidOperationException>()
            .WithMessage("A pass can be gone back once; call Forward again.");
    }

    private static string NameOf(string entry) => entry == "norms" ? "layers.0" : entry;

    private static Module Of(string entry) => entry switch
    {
        "Layer" => Layer.Create(3, 2).Build(),
        "layers.0" => PlainBlock.Create(3, 2).Build(),
        "norms" => ResidualBlock.Create(3, 2).WithOrder(BlockOrder.PreActivation).WithNormalization(Normalization.Batch).Build(),
        "output" => Network.Create(3).AddOutput(2).Build(),
        _ => Network.Create(3).AddResidualBlock(4).AddOutput(2).Build(),
    };

    private static Action<Matrix<float>>[] Uses(Module module) =>
    [
        input => module.Predict(input),
        input => module.Predict(input, Matrix<float>.Build.Dense(module.Outputs, 7)),
        input => module.Forward(input),
    ];
}
