using System.Globalization;
using ResNet.Plotting;

namespace ResNet.Tests.Plotting;

public class ImportanceFigureTests
{
    private const string Axis = "rise of the log loss";

    [Fact]
    public void Columns_stand_below_one_another_the_most_important_at_the_top()
    {
        Picture picture = Picture.Of(new ImportanceFigure([("job", 0.01, 0.002), ("age", 0.04, 0.001), ("city", -0.002, 0.001)], Axis));

        if (!Figure.CanDrawText) return;
        picture.Texts.Should().Contain(["Importance of columns", Axis]);
        ((string[])["age", "job", "city"]).Select(name => HeightOf(picture, name)).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Of_many_columns_the_most_important_are_drawn_and_the_title_says_how_many_there_are()
    {
        var columns = Enumerable.Range(0, 60).Select(i => ($"column {i}", i / 100.0, 0.01));
        Picture picture = Picture.Of(new ImportanceFigure(columns, Axis));

        if (!Figure.CanDrawText) return;
        picture.Texts.Should().Contain(["Importance of columns (the first 40 of 60)", "column 59", "column 20"])
            .And.NotContain("column 19");
    }

    [Fact]
    public void Long_names_are_cut_and_what_is_no_number_is_not_drawn()
    {
        Picture picture = Picture.Of(new ImportanceFigure([(new string('m', 50), 1, double.NaN), ("nothing", double.NaN, 1)], Axis));

        if (Figure.CanDrawText) picture.Texts.Should().Contain(new string('m', 29) + "…").And.Contain("nothing");
        picture.Document.ToString().Should().NotContain("NaN");
    }

    [Fact]
    public void A_figure_needs_columns()
    {
        FluentActions.Invoking(() => new ImportanceFigure([], Axis)).Should().ThrowExactly<ArgumentException>();
        FluentActions.Invoking(() => new ImportanceFigure(null!, Axis)).Should().ThrowExactly<ArgumentNullException>();
        FluentActions.Invoking(() => new ImportanceFigure([("a", 1, 0)], null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    private static double HeightOf(Picture picture, string text)
    {
        string place = picture.Document.Descendants(Picture.Svg + "text").Single(one => one.Value.Trim() == text)
            .Attribute("transform")!.Value;
        return double.Parse(place.Split(' ', ')')[1], CultureInfo.InvariantCulture);
    }
}
