using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Data;

/// <summary>Data sets from samples that are rows.</summary>
public class DatasetRowsTests
{
    private static readonly float[] memory = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void An_array_of_rows_is_kept_not_copied()
    {
        float[] values = [.. memory];
        Dataset data = Dataset.ForClassification(values, features: 3, labels: [0, 1], classes: 2);
        data.Inputs.ToColumnArrays().Should().BeEquivalentTo((float[][])[[1, 2, 3], [4, 5, 6]], options => options.WithStrictOrdering());
        values[4] = 50;
        data.Inputs[1, 1].Should().Be(50);
    }

    [Fact]
    public void A_part_of_an_array_is_copied()
    {
        float[] values = [0, .. memory];
        Dataset data = Dataset.ForRegression(values.AsMemory(1), features: 2, targets: new float[] { 7, 8, 9 });
        data.Count.Should().Be(3);
        data.Inputs.ToColumnMajorArray().Should().Equal(memory);
        data.Targets!.ToColumnMajorArray().Should().Equal(7, 8, 9);
        values[1] = 50;
        data.Inputs[0, 0].Should().Be(1);
    }

    [Fact]
    public void Targets_may_be_one_number_a_row_or_several()
    {
        float[][] rows = [[1, 2], [3, 4], [5, 6]];
        Dataset.ForRegression(rows, [7f, 8f, 9f]).Targets!.ToRowArrays().Should().BeEquivalentTo((float[][])[[7, 8, 9]]);
        Dataset.ForRegression(memory, 2, memory, outputs: 2).Targets!.ToColumnMajorArray().Should().Equal(memory);
    }

    [Fact]
    public void Several_labels_a_row_are_the_same_as_a_column()
    {
        int[][] labels = [[0, 2], []];
        Dataset ofRows = Dataset.ForMultiLabel((float[][])[[1, 2, 3], [4, 5, 6]], labels, classes: 3);
        Dataset ofColumns = Dataset.ForMultiLabel(Matrix<float>.Build.Dense(3, 2, memory), labels, classes: 3);
        ofRows.Inputs.Should().Be(ofColumns.Inputs);
        ofRows.Targets.Should().Be(ofColumns.Targets);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Action[] misfits =
        [
            () => Dataset.ForClassification(memory, features: 4, labels: [0], classes: 2),
            () => Dataset.ForClassification(memory, features: 3, labels: [0, 1, 0], classes: 2),
            () => Dataset.ForClassification(new float[] { 1, float.NaN }, features: 1, labels: [0, 1], classes: 2),
            () => Dataset.ForClassification(default(ReadOnlyMemory<float>), features: 1, labels: [], classes: 2),
            () => Dataset.ForRegression(memory, features: 2, targets: memory.AsMemory(0, 2)),
            () => Dataset.ForRegression(memory, features: 2, targets: memory.AsMemory(0, 5), outputs: 2),
            () => Dataset.ForRegression((float[][])[[1], [2]], [1f]),
        ];
        foreach (Action misfit in misfits) misfit.Should().Throw<ArgumentException>();
        ((Action)(() => Dataset.ForClassification(memory, features: 0, labels: [], classes: 2)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("features");
    }

    [Fact]
    public void Rows_where_columns_should_be_are_told_so()
    {
        const string Hint = "*Samples are columns of the matrix: transpose it, or pass rows.*";
        Matrix<float> swapped = NormalBatch.Of(5, 2);
        Action[] swaps =
        [
            () => Dataset.ForClassification(swapped, [0, 1, 0, 1, 0], classes: 2),
            () => Dataset.ForRegression(swapped, NormalBatch.Of(5, 1)),
            () => Dataset.ForMultiLabel(swapped, (int[][])[[0], [1], [0], [1], [0]], classes: 2),
        ];
        foreach (Action swap in swaps) swap.Should().Throw<ArgumentException>().WithMessage(Hint);
        ((Action)(() => Dataset.ForClassification(swapped, [0, 1, 0], classes: 2))).Should().Throw<ArgumentException>()
            .Which.Message.Should().NotContain("transpose", "that would not help");
    }
}
