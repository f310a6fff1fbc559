using ResNet.Plotting;

namespace ResNet.Tests.Plotting;

public sealed class ConfusionFigureTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void A_png_has_the_size_asked_for()
    {
        new ConfusionFigure(Matrix(new[,] { { 3, 1 }, { 0, 4 } }), ["no", "yes"]) { Width = 640, Height = 400 }.SavePng(path);

        byte[] png = File.ReadAllBytes(path);
        png.Take(4).Should().Equal(0x89, 0x50, 0x4E, 0x47);
        png.Skip(16).Take(8).Should().Equal(0, 0, 640 >> 8, 640 & 255, 0, 0, 400 >> 8, 400 & 255);
    }

    [Fact]
    public void Names_and_the_counts_of_cells_that_are_not_empty_are_written_where_there_is_a_font()
    {
        string svg = Svg(new[,] { { 1234, 57 }, { 0, 9 } }, "Ankle boot", "T-shirt/top");

        if (!Figure.CanDrawText) return;
        // 1234 + 9 of 1300 samples
        svg.Should().Contain("Confusion matrix (1,300 samples, 95.6 % right)").And.Contain("prediction").And.Contain("label");
        Texts(svg).Should().Contain(["1,234", "57", "9"]);
        Texts(svg).Count(text => text == "Ankle boot").Should().Be(2);
        Texts(svg).Count(text => text == "T-shirt/top").Should().Be(2);
        Texts(svg).Count(text => text == "0").Should().Be(1, "the scale begins there, and an empty cell stays empty");
    }

    [Fact]
    public void Shades_go_by_the_share_of_the_row()
    {
        // 1 of 1 is as dark as 1000 of 1000
        string svg = Svg(new[,] { { 1000, 0 }, { 0, 1 } }, "large", "small");

        CellsOf(svg, "#003B66").Should().Be(2);
        CellsOf(Svg(new[,] { { 1000, 0 }, { 1, 1 } }, "large", "small"), "#003B66").Should().Be(1);
    }

    [Fact]
    public void Numbers_are_left_out_where_they_do_not_fit()
    {
        var counts = new int[150, 150];
        for (int i = 0; i < 150; i++) counts[i, i] = 1234;

        string svg = Svg(counts, [.. Enumerable.Range(0, 150).Select(i => $"c{i}")]);

        svg.Should().NotContain("1,234");
        if (Figure.CanDrawText) Texts(svg).Should().Contain("c0").And.NotContain("c1", "there is no room for every name");
    }

    [Fact]
    public void A_class_without_samples_leaves_its_row_empty_and_long_names_are_cut()
    {
        string svg = Svg(new[,] { { 0, 0 }, { 1, 2 } }, "a", new string('m', 40));

        svg.Should().NotContain(new string('m', 24)).And.NotContain("NaN");
        if (Figure.CanDrawText) svg.Should().Contain(new string('m', 23) + "…").And.Contain("(3 samples, 66.7 % right)");
    }

    [Fact]
    public void A_figure_of_nothing_or_with_names_for_other_classes_is_refused()
    {
        ConfusionMatrix matrix = Matrix(new[,] { { 3, 1 }, { 0, 4 } });
        FluentActions.Invoking(() => new ConfusionFigure(null!, ["a"])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ConfusionFigure(matrix, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ConfusionFigure(matrix, ["a"]))
            .Should().Throw<ArgumentException>().WithMessage("There are 2 classes, but 1 names.*");
    }

    public void Dispose() => File.Delete(path);

    private string Svg(int[,] counts, params string[] names)
    {
        new ConfusionFigure(Matrix(counts), names).SaveSvg(path);
        return File.ReadAllText(path);
    }

    private static ConfusionMatrix Matrix(int[,] counts)
    {
        int classes = counts.GetLength(0);
        var samples =
            (from label in Enumerable.Range(0, classes)
             from predicted in Enumerable.Range(0, classes)
             from _ in Enumerable.Range(0, counts[label, predicted])
             select (Label: label, Predicted: predicted)).ToArray();
        return ConfusionMatrix.Of([.. samples.Select(sample => sample.Label)], [.. samples.Select(sample => sample.Predicted)], classes);
    }

    private static string[] Texts(string svg) =>
        [.. System.Text.RegularExpressions.Regex.Matches(svg, @">\s*([^<>]+?)\s*</text>").Select(match => match.Groups[1].Value)];

    private static int CellsOf(string svg, string color) =>
        System.Text.RegularExpressions.Regex.Count(svg, $"<rect[^>]*fill=\"{color}\"");
}
