using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>Predictions as classes, as probabilities and of single samples; the classes' names.</summary>
public class ClassPredictionsTests
{
    [Fact]
    public void The_class_is_that_of_the_largest_output_the_first_of_equal_ones() =>
        WithOutputs(3).PredictClasses(Columns([1, 3, 2], [3, 3, -1], [-5, -4, -4], [0, 0, 0])).Should().Equal(1, 0, 1, 0);

    [Fact]
    public void With_one_output_the_class_is_1_where_it_is_positive() =>
        WithOutputs(1).PredictClasses(Columns([1e-30f], [0], [-2])).Should().Equal(1, 0, 0);

    [Fact]
    public void Probabilities_are_the_softmax_of_the_outputs()
    {
        // exp 0 : exp ln 3 : exp ln 4 = 1 : 3 : 4
        Matrix<float> probabilities = WithOutputs(3).PredictProbabilities(Columns([0, MathF.Log(3), MathF.Log(4)], [1e4f, 1e4f, -1e4f]));
        probabilities.ToColumnMajorArray().Should().Equal([0.125f, 0.375f, 0.5f, 0.5f, 0.5f, 0], (x, y) => Math.Abs(x - y) < 1e-6f);
    }

    [Fact]
    public void With_one_output_the_probability_is_that_of_class_1() =>
        WithOutputs(1).PredictProbabilities(Columns([MathF.Log(3)], [0], [-1e4f], [1e4f])).ToColumnMajorArray()
            .Should().Equal([0.75f, 0.5f, 0, 1], (x, y) => Math.Abs(x - y) < 1e-6f);

    [Fact]
    public void The_likeliest_class_is_the_one_predicted_and_probabilities_sum_to_1()
    {
        Network network = Network.Create(3).AddLayer(16).AddOutput(7).Build();
        Matrix<float> input = NormalBatch.Of(3, 700), probabilities = network.PredictProbabilities(input);
        (probabilities.RowCount, probabilities.ColumnCount).Should().Be((7, 700));
        probabilities.ColumnSums().Should().OnlyContain(sum => Math.Abs(sum - 1) < 1e-5f);
        network.PredictClasses(input).Should().Equal(probabilities.EnumerateColumns().Select(column => column.MaximumIndex()))
            .And.Contain([0, 1, 2, 3], "not all samples are of one class");
    }

    [Fact]
    public void One_samples_prediction_is_its_column_of_a_batch()
    {
        Network network = Network.Create(3).AddLayer(16).AddOutput(2).Build();
        Matrix<float> input = NormalBatch.Of(3, 20), output = network.Predict(input);
        Bits.Of(network.Predict([input[0, 11], input[1, 11], input[2, 11]])).Should().Equal(Bits.Of(output.Column(11).AsArray()));
    }

    [Fact]
    public void Input_that_does_not_fit_is_refused()
    {
        Network network = WithOutputs(3);
        Action[] matrices = [() => network.PredictClasses(NormalBatch.Of(2, 1)), () => network.PredictProbabilities(NormalBatch.Of(2, 1))];
        foreach (Action use in matrices)
        {
            use.Should().Throw<ArgumentException>().WithParameterName("input")
                .WithMessage("output expects 3 features (rows), but the input is 2 × 1.*");
        }

        Action[] samples =
            [() => network.Predict([1f, 2]), () => network.PredictClass([1f, 2]), () => network.PredictProbabilities([1f, 2])];
        foreach (Action use in samples)
        {
            use.Should().Throw<ArgumentException>().WithParameterName("sample")
                .WithMessage("output expects 3 features, but the sample has 2.*");
        }

        network.Invoking(n => n.Predict(Array.Empty<float>())).Should().Throw<ArgumentException>().WithParameterName("sample");

        network.Invoking(n => n.Predict([1f, 2, float.NaN])).Should().Throw<ArgumentException>()
            .WithMessage("The input of output is not finite.*");
    }

    [Fact]
    public void Names_of_classes_stay_with_the_network()
    {
        string[] names = ["cat", "dog", "owl"];
        Network network = Network.Create(3).AddOutput(names).Build();
        names[0] = "cow";
        network.ClassNames.Should().Equal("cat", "dog", "owl");
        network.Outputs.Should().Be(3);
        WithOutputs(3).ClassNames.Should().BeNull();
    }

    [Fact]
    public void Names_that_are_too_few_or_the_same_are_refused()
    {
        string[][] wrong = [[], ["cat"], ["cat", "dog", "cat"]];
        foreach (string[] names in wrong)
        {
            Network.Create(3).Invoking(builder => builder.AddOutput(names)).Should().Throw<ArgumentException>()
                .WithParameterName("classNames").WithMessage("Expected two or more names of classes, all different.*");
        }

        Network.Create(3).Invoking(builder => builder.AddOutput(null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("classNames");
        Network.Create(3).AddOutput(2).Invoking(builder => builder.AddOutput(["cat", "dog"])).Should().Throw<InvalidOperationException>();
    }

    /// <summary>A network that gives what it takes.</summary>
    private static Network WithOutputs(int outputs)
    {
        Network network = Network.Create(outputs).AddOutput(outputs).Build();
        Matrix<float>.Build.DenseIdentity(outputs).CopyTo(network.Parameter("output.weight").Value);
        return network;
    }

    private static Matrix<float> Columns(params float[][] samples) => Matrix<float>.Build.DenseOfColumnArrays(samples);
}
