using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

public class DatasetRefusalTests
{
    private static float[][] Rows { get; } = [[1, 4], [2, 5], [3, 6]];
    private static int[] Labels { get; } = [0, 1, 0];

    private static string TooLarge => $"*at most {Array.MaxLength} values*3000 samples of 1000000*";

    private static Matrix<float> Inputs => Matrix<float>.Build.DenseOfRowArrays(Rows).Transpose();

    [Fact]
    public void Null_is_refused()
    {
        Matrix<float> noMatrix = null!;
        IReadOnlyList<float[]> noRows = null!;

        Refused<ArgumentNullException>(() => Dataset.ForClassification(noMatrix, Labels, 2), "inputs");
        Refused<ArgumentNullException>(() => Dataset.ForClassification(noRows, Labels, 2), "rows");
        Refused<ArgumentNullException>(() => Dataset.ForClassification(Inputs, null!, 2), "labels");
        Refused<ArgumentNullException>(() => Dataset.ForClassification(Rows, null!, 2), "labels");
        Refused<ArgumentNullException>(() => Dataset.ForRegression(noMatrix, Inputs), "inputs");
        Refused<ArgumentNullException>(() => Dataset.ForRegression(Inputs, noMatrix), "targets");
        Refused<ArgumentNullException>(() => Dataset.ForRegression(noRows, Rows), "rows");
        Refused<ArgumentNullException>(() => Dataset.ForRegression(Rows, noRows), "targets");
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused()
    {
        Matrix<float> noSamples = Matrix<float>.Build.Dense(2, 0);
        Matrix<float> noRows = Matrix<float>.Build.Dense(0, 3);

        Refused<ArgumentException>(() => Dataset.ForClassification(noSamples, [], 2), "inputs", "*0 samples of 2 features*");
        Refused<ArgumentException>(() => Dataset.ForClassification(noRows, Labels, 2), "inputs", "*3 samples of 0 features*");
        Refused<ArgumentException>(() => Dataset.ForClassification(Array.Empty<float[]>(), [], 2), "rows", "*0 samples of 0 features*");
        Refused<ArgumentException>(() => Dataset.ForClassification([[], [], []], Labels, 2), "rows", "*3 samples of 0 features*");
        Refused<ArgumentException>(() => Dataset.ForRegression(Inputs, noRows), "targets", "*3 samples of 0 outputs*");
        Refused<ArgumentException>(() => Dataset.ForRegression(Rows, [[], [], []]), "targets", "*3 samples of 0 outputs*");
    }

    [Fact]
    public void Counts_that_disagree_are_refused()
    {
        Refused<ArgumentException>(() => Dataset.ForClassification(Inputs, [0, 1], 2), "labels", "Expected 3 labels*there are 2.*");
        Refused<ArgumentException>(() => Dataset.ForClassification(Rows, [0, 1, 0, 1], 2), "labels", "Expected 3 labels*there are 4.*");
        Refused<ArgumentException>(
            () => Dataset.ForRegression(Inputs, Matrix<float>.Build.Dense(1, 2)), "targets", "Expected 3 targets*there are 2.*");
        Refused<ArgumentException>(() => Dataset.ForRegression(Rows, [[1]]), "targets", "Expected 3 targets*there are 1.*");
    }

    [Fact]
    public void Ragged_rows_are_refused()
    {
        Refused<ArgumentException>(
            () => Dataset.ForClassification([[1, 2], [3, 4], [5]], Labels, 2), "rows", "Row 2 has 1 values, expected 2 as in row 0.*");
        Refused<ArgumentException>(
            () => Dataset.ForRegression(Rows, [[1], [2, 3], [4]]), "targets", "Row 1 has 2 values, expected 1 as in row 0.*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_row_that_is_null_is_refused(int missing)
    {
        float[][] rows = [[1, 4], [2, 5], [3, 6]];
        rows[missing] = null!;

        Refused<ArgumentException>(() => Dataset.ForClassification(rows, Labels, 2), "rows", $"Row {missing} is null.*");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_label_out_of_range_is_refused(int label)
    {
        string message = FormattableString.Invariant($"Label 1 is {label}; with 3 classes a label is between 0 and 2.*");

        Refused<ArgumentOutOfRangeException>(() => Dataset.ForClassification(Inputs, [0, label, 2], 3), "labels", message);
        Refused<ArgumentOutOfRangeException>(() => Dataset.ForClassification(Rows, [0, label, 2], 3), "labels", message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_classes_are_refused(int classes)
    {
        Refused<ArgumentOutOfRangeException>(() => Dataset.ForClassification(Inputs, [0, 0, 0], classes), "classes");
        Refused<ArgumentOutOfRangeException>(() => Dataset.ForClassification(Rows, [0, 0, 0], classes), "classes");
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Numbers_that_are_not_finite_are_refused(float value, string named)
    {
        float[][] rows = [[1, 4], [2, 5], [value, 6]];
        Matrix<float> matrix = Matrix<float>.Build.DenseOfColumnArrays(rows);
        Matrix<float> sparse = Matrix<float>.Build.SparseOfColumnArrays(rows);
        string feature = $"*feature 0 of sample 2 is {named}.*";
        string output = $"*output 0 of sample 2 is {named}.*";

        Refused<ArgumentException>(() => Dataset.ForClassification(matrix, Labels, 2), "inputs", feature);
        Refused<ArgumentException>(() => Dataset.ForClassification(sparse, Labels, 2), "inputs", feature);
        Refused<ArgumentException>(() => Dataset.ForClassification(rows, Labels, 2), "rows", feature);
        Refused<ArgumentException>(() => Dataset.ForRegression(matrix, Inputs), "inputs", feature);
        Refused<ArgumentException>(() => Dataset.ForRegression(Inputs, matrix), "targets", output);
        Refused<ArgumentException>(() => Dataset.ForRegression(Rows, rows), "targets", output);
    }

    [Fact]
    public void A_sparse_matrix_too_large_to_be_dense_is_refused()
    {
        Matrix<float> vast = Matrix<float>.Build.Sparse(1_000_000, 3000);

        Refused<ArgumentException>(() => Dataset.ForClassification(vast, new int[3000], 2), "inputs", TooLarge);
    }

    [Fact]
    public void Rows_too_many_for_one_matrix_are_refused()
    {
        float[][] vast = [.. Enumerable.Repeat(new float[1_000_000], 3000)];

        Refused<ArgumentException>(() => Dataset.ForClassification(vast, new int[3000], 2), "rows", TooLarge);
    }

    private static void Refused<TException>(Func<Dataset> make, string parameter, string message = "*")
        where TException : ArgumentException =>
        make.Should().ThrowExactly<TException>().WithParameterName(parameter).WithMessage(message);
}
