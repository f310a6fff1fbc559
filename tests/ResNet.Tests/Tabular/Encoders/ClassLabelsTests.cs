using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class ClassLabelsTests
{
    [Fact]
    public void Classes_are_the_distinct_labels_in_ordinal_order()
    {
        var labels = ClassLabels.Fit(Labels("b", "a", "B", "b"), "y");

        labels.Column.Should().Be("y");
        labels.Classes.Should().Equal("B", "a", "b");
        labels.Encode(Labels("a", "b", "B")).Should().Equal(1, 2, 0);
    }

    [Fact]
    public void Numbers_are_ordered_by_value() =>
        ClassLabels.Fit(Labels("10", "9", "-1"), "y").Classes.Should().Equal("-1", "9", "10");

    [Fact]
    public void A_full_stop_after_every_label_is_left_out()
    {
        var labels = ClassLabels.Fit(Labels("<=50K", ">50K"), "y");

        labels.Encode(Labels(">50K.", "<=50K.")).Should().Equal(1, 0);
        FluentActions.Invoking(() => labels.Encode(Labels(">50K.", "<=50K"))).Should().ThrowExactly<InvalidDataException>(
            "a stop after one label alone is more likely a slip")
            .WithMessage("Row 1, column 1 (y): expected a class of the training rows (<=50K, >50K), but found '>50K.'.");
        ClassLabels.Fit(Labels("a", "a."), "y").Encode(Labels("a.", "a.")).Should().Equal(1, 1);
    }

    [Fact]
    public void Labels_that_are_no_classes_are_refused()
    {
        var labels = ClassLabels.Fit(Labels("a", "b"), "y");

        FluentActions.Invoking(() => labels.Encode(Labels("a", "c"))).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 2, column 1 (y): expected a class of the training rows (a, b), but found 'c'.");
        FluentActions.Invoking(() => labels.Encode(Labels("a", null))).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 2, column 1 (y): the label is missing.");
        FluentActions.Invoking(() => ClassLabels.Fit(Labels("a", "b", null), "y")).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 3, column 1 (y): the label is missing.");
        FluentActions.Invoking(() => ClassLabels.Fit(Labels("a", "a"), "y")).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("The table, column 1 (y): there is only one class to learn, 'a'.");
    }

    private static Table Labels(params string?[] labels) => new(["y"], labels.Select(label => new[] { label }));
}
