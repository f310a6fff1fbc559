using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>Samples as rows come to the same bits as samples that are columns of a matrix.</summary>
public class RowPredictionTests
{
    private static readonly Matrix<float> columns = NormalBatch.Of(3, 7);
    private static readonly float[][] rows = columns.ToColumnArrays();
    private static readonly float[] memory = columns.ToColumnMajorArray();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Outputs_classes_and_probabilities_are_the_same(int outputs)
    {
        Network network = Build(outputs);
        float[][] expected = network.Predict(columns).ToColumnArrays(),
            probabilities = network.PredictProbabilities(columns).ToColumnArrays();
        int[] classes = network.PredictClasses(columns);

        network.Predict(rows).Should().BeEquivalentTo(expected, Exactly);
        network.Predict(memory, features: 3).Should().Equal(expected.SelectMany(z => z));
        network.Predict(rows[2].AsSpan()).Should().Equal(expected[2]);
        network.PredictProbabilities(rows).Should().BeEquivalentTo(probabilities, Exactly);
        network.PredictProbabilities(memory, features: 3).Should().Equal(probabilities.SelectMany(p => p));
        network.PredictProbabilities(rows[2].AsSpan()).Should().Equal(probabilities[2]);
        network.PredictClasses(rows).Should().Equal(classes);
        network.PredictClasses(memory, features: 3).Should().Equal(classes);
        network.PredictClass(rows[2]).Should().Be(classes[2]);

        static FluentAssertions.Equivalency.EquivalencyAssertionOptions<float[]> Exactly(
            FluentAssertions.Equivalency.EquivalencyAssertionOptions<float[]> options) => options.WithStrictOrdering();
    }

    [Fact]
    public void A_part_of_a_larger_array_may_be_the_rows()
    {
        Network network = Build(2);
        float[] larger = [9, 9, .. memory, 9];
        network.Predict(larger.AsMemory(2, memory.Length), features: 3).Should().Equal(network.Predict(memory, features: 3));
    }

    [Fact]
    public void What_is_given_stays_as_it_is()
    {
        float[] copy = [.. memory];
        Network network = Build(2);
        network.PredictProbabilities(memory, features: 3);
        network.PredictProbabilities(rows);
        memory.Should().Equal(copy);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused_by_their_number()
    {
        Network network = Build(2);
        network.Invoking(n => n.Predict([[1, 2, 3], [1, 2]])).Should().Throw<ArgumentException>()
            .WithMessage("blocks.0.layers.0 expects 3 features, but row 1 has 2.*").WithParameterName("rows");
        network.Invoking(n => n.Predict([[1, 2, 3], null!])).Should().Throw<ArgumentNullException>().WithMessage("Row 1 is null.*");
        network.Invoking(n => n.Predict((float[][])null!)).Should().Throw<ArgumentNullException>().WithParameterName("rows");
        network.Invoking(n => n.Predict((float[][])[])).Should().Throw<ArgumentException>().WithMessage("*at least 1 sample*");
        network.Invoking(n => n.Predict([[1, float.NaN, 3]])).Should().Throw<ArgumentException>()
            .WithMessage("The input of * is not finite.*");
    }

    [Fact]
    public void Memory_that_does_not_fit_is_refused()
    {
        Network network = Build(2);
        network.Invoking(n => n.Predict(memory, features: 7)).Should().Throw<ArgumentException>()
            .WithMessage("blocks.0.layers.0 expects 3 features, but a row has 7.*").WithParameterName("features");
        network.Invoking(n => n.Predict(new float[7], features: 3)).Should().Throw<ArgumentException>()
            .WithMessage("Expected rows of 3 features, but 7 values are no whole number of rows.*").WithParameterName("rows");
        network.Invoking(n => n.Predict(memory, features: 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("features");
        network.Invoking(n => n.Predict(default(ReadOnlyMemory<float>), features: 3)).Should().Throw<ArgumentException>()
            .WithParameterName("rows");
        network.Invoking(n => n.Predict([1f, 2f])).Should().Throw<ArgumentException>()
            .WithMessage("*expects 3 features, but the sample has 2.*");
    }

    [Fact]
    public void Rows_where_columns_should_be_are_told_so()
    {
        Network network = Build(2);
        const string Hint = "*Samples are columns of the matrix: transpose it, or pass rows.*";
        network.Invoking(n => n.Predict(columns.Transpose())).Should().Throw<ArgumentException>().WithMessage(Hint);
        network.Invoking(n => n.Forward(columns.Transpose())).Should().Throw<ArgumentException>().WithMessage(Hint);
        network.Invoking(n => n.PredictClasses(columns.Transpose())).Should().Throw<ArgumentException>().WithMessage(Hint);
        network.Invoking(n => n.Predict(NormalBatch.Of(4, 7))).Should().Throw<ArgumentException>()
            .Which.Message.Should().NotContain("transpose", "that would not help");

        Dataset swapped = Dataset.ForRegression(NormalBatch.Of(7, 3), NormalBatch.Of(2, 3, seed: 2));
        new Trainer(network, new TrainerOptions { Loss = Loss.MeanSquaredError }).Invoking(trainer => trainer.Fit(swapped))
            .Should().Throw<ArgumentException>().WithMessage(Hint);
        network.Invoking(n => n.Standardize(swapped)).Should().Throw<ArgumentException>().WithMessage(Hint);
    }

    private static Network Build(int outputs) => Network.Create(3).AddLayer(4).AddOutput(outputs).Build(seed: 1);
}
