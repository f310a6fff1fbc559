using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Labels that are whole numbers are classes by their value.</summary>
public class LabelsByValueTests
{
    [Fact]
    public void One_value_is_one_class_of_the_name_written_most_often()
    {
        ClassLabels labels = ClassLabels.Fit(Labels("1.0", "0", "01", "1.0", "1"), "y");

        labels.Classes.Should().Equal("0", "1.0");
        labels.Encode(Labels("1", "00", "+1", "1.00", "0")).Should().Equal(1, 0, 1, 1, 0);
    }

    [Fact]
    public void Texts_beside_numbers_make_all_of_them_texts()
    {
        ClassLabels.Fit(Labels("1", "1.0", "x"), "y").Classes.Should().Equal("1", "1.0", "x");
        ClassLabels.Fit(Labels("1", "1.5", "1.0"), "y").Classes.Should().Equal("1", "1.0", "1.5");
    }

    [Fact]
    public void Leading_zeros_of_one_width_stay()
    {
        ClassLabels labels = ClassLabels.Fit(Labels("01", "10", "02"), "y");

        labels.Classes.Should().Equal("01", "02", "10");
        FluentActions.Invoking(() => labels.Encode(Labels("1"))).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 1, column 1 (y): expected a class of the training rows (01, 02, 10), but found '1'.");
    }

    [Fact]
    public void Other_widths_with_leading_zeros_are_values() =>
        ClassLabels.Fit(Labels("01", "1", "2", "2"), "y").Classes.Should().Equal("01", "2");

    [Fact]
    public void None_is_a_class_beside_Mild_and_Severe() =>
        ClassLabels.Fit(Labels("None", "Mild", "Severe"), "y").Classes.Should().Equal("Mild", "None", "Severe");

    private static Table Labels(params string?[] labels) => new(["y"], labels.Select(label => new[] { label }));
}
