using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class MissingMarksTests
{
    private static readonly MissingMarks withDash = CsvText.Read("a\n1", new CsvOptions { MissingTexts = ["-", "k.A."] }).Dialect.Missing;

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u00a0")]
    [InlineData("?")]
    [InlineData("NA")]
    [InlineData("na")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("NULL")]
    [InlineData("Null")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("<NA>")]
    [InlineData("#N/A")]
    [InlineData("#NA")]
    [InlineData("#n/a n/a")]
    [InlineData("1.#IND")]
    [InlineData("-1.#IND")]
    [InlineData("1.#QNAN")]
    [InlineData("-1.#qnan")]
    public void Well_known_marks_are_missing_values_in_any_letter_case(string text) => MissingMarks.Known.Contains(text).Should().BeTrue();

    [Theory]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("missing")]
    [InlineData("Nan Goldin")]
    [InlineData("no")]
    public void Other_texts_are_not(string text) => MissingMarks.Known.Contains(text).Should().BeFalse();

    [Fact]
    public void A_user_adds_marks()
    {
        withDash.Contains("-").Should().BeTrue();
        withDash.Contains("K.a.").Should().BeTrue();
        withDash.Contains("NULL").Should().BeTrue();
    }

    [Fact]
    public void Among_classes_only_blanks_and_the_marks_of_the_user_are_missing()
    {
        withDash.ContainsAmongClasses("").Should().BeTrue();
        withDash.ContainsAmongClasses("\u00a0").Should().BeTrue();
        withDash.ContainsAmongClasses("-").Should().BeTrue();
        withDash.ContainsAmongClasses("None").Should().BeFalse();
        withDash.ContainsAmongClasses("NA").Should().BeFalse();
    }
}
