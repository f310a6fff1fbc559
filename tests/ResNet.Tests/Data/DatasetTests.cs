using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

public class DatasetTests
{
    // 2 features × 3 samples
    private static float[,] Values { get; } = { { 1, 2, 3 }, { 4, 5, 6 } };
    private static float[][] Rows { get; } = [[1, 4], [2, 5], [3, 6]];

    private static Matrix<float> Inputs => Matrix<float>.Build.DenseOfArray(Values);

    [Fact]
    public void A_matrix_with_labels_makes_a_data_set_for_classification()
    {
        Dataset dataset = Dataset.ForClassification(Inputs, [0, 3, 1], 4);

        dataset.Inputs.Should().Be(Inputs);
        dataset.Labels.Should().Equal(0, 3, 1);
        dataset.Targets.Should().BeNull();
        dataset.Classes.Should().Be(4);
        dataset.Count.Should().Be(3);
        dataset.Features.Should().Be(2);
    }

    [Fact]
    public void A_matrix_with_targets_makes_a_data_set_for_regression()
    {
        Matrix<float> targets = Matrix<float>.Build.Dense(1, 3, [7, 8, 9]);

        Dataset dataset = Dataset.ForRegression(Inputs, targets);

        dataset.Inputs.Should().Be(Inputs);
        dataset.Targets.Should().BeSameAs(targets);
        dataset.Labels.Should().BeNull();
        dataset.Classes.Should().Be(0);
        dataset.Count.Should().Be(3);
        dataset.Features.Should().Be(2);
    }

    [Fact]
    public void Rows_become_columns()
    {
        Dataset.ForClassification(Rows, [0, 1, 0], 2).Inputs.Should().Be(Inputs);

        Dataset regression = Dataset.ForRegression(Rows, [[7, 10], [8, 11], [9, 12]]);
        regression.Inputs.Should().Be(Inputs);
        regression.Targets.Should().Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 7, 8, 9 }, { 10, 11, 12 } }));
    }

    [Fact]
    public void Samples_are_the_columns_of_the_inputs_and_targets()
    {
        Dataset dataset = Dataset.ForRegression(Inputs, Inputs * 10);

        dataset.Sample(0).ToArray().Should().Equal(1, 4);
        dataset.Sample(2).ToArray().Should().Equal(3, 6);
        dataset.TargetOf(1).Values.ToArray().Should().Equal(20, 50);
        dataset.LabelSpan.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Labels_are_given_as_a_span_to_the_trainer()
    {
        Dataset dataset = Dataset.ForClassification(Inputs, [0, 3, 1], 4);

        dataset.LabelSpan.ToArray().Should().Equal(0, 3, 1);
        dataset.TargetOf(0).Values.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_dense_matrix_is_kept()
    {
        Matrix<float> inputs = Inputs;
        Dataset dataset = Dataset.ForClassification(inputs, [0, 1, 0], 2);

        inputs[0, 0] = 99;

        dataset.Inputs.Should().BeSameAs(inputs);
        dataset.Sample(0).ToArray().Should().Equal(99, 4);
    }

    [Fact]
    public void A_sparse_matrix_becomes_a_dense_one()
    {
        Matrix<float> sparse = Matrix<float>.Build.SparseOfArray(Values);

        Dataset dataset = Dataset.ForRegression(sparse, sparse);

        dataset.Inputs.Should().NotBeSameAs(sparse);
        dataset.Inputs.Should().Be(Inputs);
        dataset.Sample(1).ToArray().Should().Equal(2, 5);
        dataset.TargetOf(1).Values.ToArray().Should().Equal(2, 5);
    }

    [Fact]
    public void Labels_and_rows_are_copied()
    {
        int[] labels = [0, 1, 0];
        float[][] rows = [[1], [2], [3]];
        Dataset dataset = Dataset.ForClassification(rows, labels, 2);

        labels[0] = 1;
        rows[0][0] = 99;

        dataset.Labels.Should().Equal(0, 1, 0);
        dataset.Sample(0).ToArray().Should().Equal(1);
        dataset.Labels.Should().NotBeOfType<int[]>("a data set's labels cannot be written to");
    }

    [Fact]
    public void Take_gives_the_first_samples_for_classification()
    {
        Dataset whole = Dataset.ForClassification(Inputs, [0, 3, 1], 4);

        Dataset taken = whole.Take(2);

        taken.Count.Should().Be(2);
        taken.Features.Should().Be(2);
        taken.Inputs.Should().Be(Inputs.SubMatrix(0, 2, 0, 2));
        taken.Labels.Should().Equal(0, 3);
        taken.Classes.Should().Be(4);
        whole.Take(3).Inputs.Should().Be(Inputs);
    }

    [Fact]
    public void Take_gives_the_first_samples_for_regression()
    {
        Dataset taken = Dataset.ForRegression(Rows, [[7], [8], [9]]).Take(2);

        taken.Inputs.Should().Be(Inputs.SubMatrix(0, 2, 0, 2));
        taken.Targets.Should().Be(Matrix<float>.Build.Dense(1, 2, [7, 8]));
        taken.Labels.Should().BeNull();
        taken.Classes.Should().Be(0);
    }

    [Fact]
    public void Taken_samples_are_a_copy()
    {
        Matrix<float> inputs = Inputs;
        Dataset taken = Dataset.ForClassification(inputs, [0, 1, 0], 2).Take(3);

        inputs[0, 0] = 99;

        taken.Sample(0).ToArray().Should().Equal(1, 4);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(4)]
    public void Take_refuses_a_count_that_is_not_there(int count)
    {
        Dataset dataset = Dataset.ForClassification(Inputs, [0, 1, 0], 2);

        dataset.Invoking(d => d.Take(count)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(count));
    }
}
