using MathNet.Numerics.LinearAlgebra;
using ResNet.Onnx;
using ResNet.Tabular;

namespace ResNet.Tests.Onnx;

/// <summary>A model of a table exports its numeric part: from encoded features to answers.</summary>
public class TabularExportTests
{
    [Theory]
    [InlineData(CategoryEncoding.OneHot)]
    [InlineData(CategoryEncoding.Codes)]
    public void Classes_have_the_same_probabilities(CategoryEncoding categories)
    {
        Table table = TableOf(row => row % 3 == 0 ? "late" : "in time");
        var model = TabularModel.Fit(table, "y", Brief(categories));
        using var run = new OnnxRun(OnnxRun.FileOf(model.Network, new OnnxOptions { AppendSoftmax = true }));

        Matrix<float> probabilities = run.Predict(model.Encoder.Encode(table));
        IEnumerable<float[]> expected = model.Predict(table).Select(answer => answer.Probabilities.Values.ToArray());
        OnnxRun.ShouldAgree(probabilities, Matrix<float>.Build.DenseOfColumnArrays(expected), "the model");
        run.Session.ModelMetadata.CustomMetadataMap["class_names"].Should().Be("""["in time","late"]""");
    }

    [Fact]
    public void Numbers_come_in_their_own_units()
    {
        Table table = TableOf(row => $"{5000 + 100 * row}");
        var model = TabularModel.Fit(table, "y", Brief(CategoryEncoding.Codes));
        using var run = new OnnxRun(OnnxRun.FileOf(model.Network));

        Matrix<float> values = run.Predict(model.Encoder.Encode(table));
        float[] expected = [.. model.Predict(table).Select(answer => answer.Value!.Value)];
        OnnxRun.ShouldAgree(values, Matrix<float>.Build.DenseOfRowArrays(expected), "the model");
        values.Enumerate().Average().Should().BeInRange(5000, 15_000);
    }

    private static Table TableOf(Func<int, string> answer) => new(
        ["x", "colour", "y"], Enumerable.Range(0, 100).Select(row => new[] { $"{row * row}", row % 5 < 2 ? "red" : "blue", answer(row) }));

    private static TabularOptions Brief(CategoryEncoding categories) => new()
    {
        Columns = new TableOptions { CategoryEncoding = categories },
        Network = builder => builder.AddTabularBlocks(2, width: 16),
        Training = training => training with { Epochs = 3, BatchSize = 32 },
    };
}
