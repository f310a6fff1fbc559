using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Classes count by their weights, and balanced ones alike.</summary>
public class ClassWeightsTests
{
    private static readonly Table table = Rows(("rare", 8), ("usual", 60), ("well", 12));

    private static readonly TabularOptions brief = new()
    {
        Network = builder => builder.AddLayer(2),
        Training = training => training with { Epochs = 3 },
        Validation = 0.2,
    };

    [Fact]
    public void Balanced_classes_are_weights_written_out()
    {
        // n/(K·n_c) of all 80 rows, those held out among them
        var written = new Dictionary<string, float> { ["usual"] = 80 / (3 * 60f), ["rare"] = 80 / (3 * 8f), ["well"] = 80 / (3 * 12f) };

        Weights(brief with { Balanced = true }).Should().Equal(Weights(brief with { ClassWeights = written }));
        Weights(brief with { Balanced = true }).Should().NotEqual(Weights(brief));
    }

    [Fact]
    public void Balanced_classes_count_rows_by_their_weights()
    {
        RowWeights weights = RowWeights.Of([.. Enumerable.Range(0, 80).Select(row => row < 8 ? 6f : 1f)]); // 48, 60 and 12
        var written = new Dictionary<string, float> { ["usual"] = 120 / (3 * 60f), ["rare"] = 120 / (3 * 48f), ["well"] = 120 / (3 * 12f) };

        Weights(brief with { Balanced = true, Weights = weights }).Should()
            .Equal(Weights(brief with { ClassWeights = written, Weights = weights }));
    }

    [Fact]
    public void A_class_that_is_not_named_has_a_weight_of_1()
    {
        var some = new Dictionary<string, float> { ["rare"] = 5 };
        var all = new Dictionary<string, float> { ["well"] = 1, ["rare"] = 5, ["usual"] = 1 };

        Weights(brief with { ClassWeights = some }).Should().Equal(Weights(brief with { ClassWeights = all }));
    }

    [Fact]
    public void Options_are_equal_where_class_weights_are() =>
        (brief with { ClassWeights = new Dictionary<string, float> { ["a"] = 2 } }).Should()
            .Be(brief with { ClassWeights = new Dictionary<string, float> { ["a"] = 2 } });

    [Fact]
    public void What_weighs_no_class_is_refused()
    {
        Refused(brief with { ClassWeights = new Dictionary<string, float> { ["odd"] = 2 } },
            "There is no class 'odd' to weigh; there are rare, usual, well.");
        Refused(brief with { Balanced = true, ClassWeights = new Dictionary<string, float> { ["rare"] = 2 } },
            "Classes are either balanced or have weights, not both.");
        Refused(brief with { Balanced = true, Weights = RowWeights.Of([.. Enumerable.Range(0, 80).Select(row => row < 8 ? 0f : 1f)]) },
            "Class 'rare' cannot be balanced: the weights of its rows are all 0.");
        FluentActions.Invoking(() => TabularModel.Fit(table, "x", brief with { Balanced = true })).Should()
            .ThrowExactly<ArgumentException>().WithMessage("x has no classes to weigh; the task is Regression.");
        FluentActions.Invoking(() => brief with { ClassWeights = new Dictionary<string, float> { ["rare"] = -1 } }).Should()
            .ThrowExactly<ArgumentException>().WithMessage("Class weights must be finite and not negative.*");
    }

    private static void Refused(TabularOptions options, string message) =>
        FluentActions.Invoking(() => TabularModel.Fit(table, "y", options)).Should().ThrowExactly<ArgumentException>().WithMessage(message);

    private static float[] Weights(TabularOptions options) => [.. TabularModel.Fit(table, "y", options).Network.Parameters
        .SelectMany(parameter => parameter.Value.ToColumnMajorArray())];

    private static Table Rows(params (string Class, int Count)[] classes) => new(
        ["x", "y"],
        classes.SelectMany(one => Enumerable.Repeat(one.Class, one.Count)).Select((name, row) => new[] { $"{row % 29}.5", name }));
}
