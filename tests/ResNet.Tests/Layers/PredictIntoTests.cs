using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;

namespace ResNet.Tests.Layers;

/// <summary>A prediction into a matrix of the caller's.</summary>
public class PredictIntoTests
{
    private const int Inputs = 5;

    public static TheoryData<string> Names => ["layer", "plain block", "residual block", "network"];

    /// <summary>One sample, a batch, and several batches.</summary>
    private static readonly int[] sampleCounts = [1, 9, 600];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_output_has_the_bits_of_a_prediction_into_a_new_matrix(string name)
    {
        Module module = Of(name, outputs: 3);
        foreach (int samples in sampleCounts)
        {
            Matrix<float> input = NormalBatch.Of(Inputs, samples), output = Filled(3, samples);
            int[] before = Bits.Of(input);
            module.Predict(input, output);
            Bits.Of(output).Should().Equal(Bits.Of(module.Predict(input)));
            Bits.Of(input).Should().Equal(before);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_output_may_be_the_input_itself(string name)
    {
        Module module = Of(name, outputs: Inputs);
        foreach (int samples in sampleCounts)
        {
            Matrix<float> dense = NormalBatch.NotNegative(Inputs, samples), sparse = Matrix<float>.Build.SparseOfMatrix(dense);
            int[] expected = Bits.Of(module.Predict(dense));
            foreach (Matrix<float> both in new[] { dense, sparse })
            {
                module.Predict(both, both);
                Bits.Of(both).Should().Equal(expected);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Neither_matrix_need_be_dense(string name)
    {
        Module module = Of(name, outputs: 3);
        foreach (int samples in sampleCounts)
        {
            Matrix<float> dense = NormalBatch.NotNegative(Inputs, samples), sparse = Matrix<float>.Build.SparseOfMatrix(dense);
            Matrix<float> denseOutput = Filled(3, samples), sparseOutput = Matrix<float>.Build.SparseOfMatrix(Filled(3, samples));
            int[] expected = Bits.Of(module.Predict(dense));
            foreach ((Matrix<float> input, Matrix<float> output) in new[] { (sparse, denseOutput), (dense, sparseOutput),
                (sparse, sparseOutput) })
            {
                output.MapInplace(_ => 7);
                module.Predict(input, output);
                Bits.Of(output).Should().Equal(expected);
            }
        }
    }

    [Theory]
    [InlineData(3, 6)]
    [InlineData(3, 8)]
    [InlineData(2, 7)]
    [InlineData(5, 7)]
    [InlineData(7, 3)]
    public void An_output_of_another_shape_is_refused_and_left_as_it_was(int rows, int columns)
    {
        Matrix<float> output = Filled(rows, columns);
        Layer layer = Layer.Create(Inputs, 3).Build();
        layer.Invoking(l => l.Predict(NormalBatch.Of(Inputs, 7), output)).Should().Throw<ArgumentException>().WithParameterName("output")
            .WithMessage($"Layer gives 3 × 7 here, but the output is {rows} × {columns}.*");
        Bits.Of(output).Should().Equal(Bits.Of(Filled(rows, columns)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_output_is_refused(string name) =>
        Of(name, outputs: 3).Invoking(module => module.Predict(NormalBatch.Of(Inputs, 7), null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("output");

    [Fact]
    public void Where_the_input_is_refused_the_output_is_left_as_it_was()
    {
        Matrix<float> input = NormalBatch.Of(Inputs, 7), output = Filled(3, 7);
        input[4, 6] = float.NaN;
        Of("network", outputs: 3).Invoking(module => module.Predict(input, output)).Should().Throw<ArgumentException>()
            .WithParameterName("input");
        Bits.Of(output).Should().Equal(Bits.Of(Filled(3, 7)));
    }

    private static Module Of(string name, int outputs) => name switch
    {
        "layer" => Layer.Create(Inputs, outputs).Build(),
        "plain block" => PlainBlock.Create(Inputs, outputs).WithLayers(2).Build(),
        "residual block" => ResidualBlock.Create(Inputs, outputs).WithZeroBranch(false).Build(),
        _ => Network.Create(Inputs).AddLayer(7).AddResidualBlock(7, block => block.WithZeroBranch(false)).AddOutput(outputs).Build(),
    };

    private static Matrix<float> Filled(int rows, int columns) => Matrix<float>.Build.Dense(rows, columns, 7);
}
