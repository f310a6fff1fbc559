using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A class that only the test rows have is wrong in accuracy, left out of the other metrics, and named.</summary>
public class UnknownClassTests
{
    private static readonly Table training = Rows(60, row => row < 30 ? "low" : "high");

    [Fact]
    public void It_is_wrong_in_accuracy_and_left_out_otherwise()
    {
        TabularModel model = Brief.Fit(training);
        Table known = Rows(20, row => row < 10 ? "low" : "high");
        Table withUnknown = Rows(25, row => row < 10 ? "low" : row < 20 ? "high" : row < 24 ? "odd" : "new");

        MetricValues ofKnown = model.Evaluate(known), ofAll = model.Evaluate(withUnknown);
        ofAll["accuracy"].Should().BeApproximately(ofKnown["accuracy"] * 20 / 25, 1e-12);
        foreach (string other in new[] { "log loss", "roc auc", "macro f1" }) ofAll[other].Should().Be(ofKnown[other], other);
        ofKnown.Doubts.Should().BeEmpty();
        ofAll.Doubts.Should().Equal(
            "4 rows of class 'odd', which was not in the training rows: wrong in accuracy, left out of the others",
            "1 row of class 'new', which was not in the training rows: wrong in accuracy, left out of the others");
    }

    [Fact]
    public void Rows_of_unknown_classes_alone_cannot_be_measured() =>
        FluentActions.Invoking(() => Brief.Fit(training).Evaluate(Rows(2, _ => "odd"))).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 1, column 2 (y): expected a class of the training rows (high, low), but found 'odd'.");

    [Fact]
    public void Labels_of_the_value_of_a_class_are_that_class()
    {
        TabularModel model = Brief.Reloaded(Brief.Fit(Rows(60, row => row < 30 ? "0" : "1")));

        MetricValues values = model.Evaluate(Rows(20, row => row < 10 ? "0.0" : row < 15 ? "01" : "1.0"));
        values.Doubts.Should().BeEmpty();
        values["accuracy"].Should().Be(model.Evaluate(Rows(20, row => row < 10 ? "0" : "1"))["accuracy"]);
    }

    private static Table Rows(int count, Func<int, string> label) =>
        new(["x", "y"], Enumerable.Range(0, count).Select(row => new[] { $"{row}.5", label(row) }));
}
