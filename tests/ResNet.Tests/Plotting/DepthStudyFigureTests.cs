using ResNet.Plotting;
using ResNet.Studies;

namespace ResNet.Tests.Plotting;

public sealed class DepthStudyFigureTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void A_png_has_the_size_asked_for()
    {
        new DepthStudyFigure(Study()) { Width = 640, Height = 400 }.SavePng(path);

        byte[] png = File.ReadAllBytes(path);
        png.Take(4).Should().Equal(0x89, 0x50, 0x4E, 0x47);
        png.Skip(16).Take(8).Should().Equal(0, 0, 640 >> 8, 640 & 255, 0, 0, 400 >> 8, 400 & 255);
    }

    [Fact]
    public void An_svg_draws_both_lines_and_names_them_and_the_depths_where_there_is_a_font()
    {
        new DepthStudyFigure(Study()).SaveSvg(path);

        string svg = File.ReadAllText(path);
        svg.Should().Contain("#D55E00").And.Contain("#0072B2");
        if (DepthStudyFigure.CanDrawText)
        {
            svg.Should().Contain("plain network").And.Contain("residual network");
            svg.Should().Contain("number of layers").And.MatchRegex(@"\s128\s");
        }
    }

    [Fact]
    public void A_figure_of_no_study_or_no_size_is_refused()
    {
        FluentActions.Invoking(() => new DepthStudyFigure(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new DepthStudyFigure(Study()) { Width = 0 })
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("Width must be at least 1 pixel.*");
    }

    public void Dispose() => File.Delete(path);

    private static DepthStudyResult Study()
    {
        var options = new DepthStudyOptions { Depths = [2, 16, 128], LearningRates = [0.01f] };
        RateSearch[] searches = [.. RateSearch.Of(options)];
        foreach (RateSearch search in searches)
        {
            while (search.Wanted.Count > 0) search.Add(Ended(search.Wanted[0]));
        }

        return new DepthStudyResult(options, searches);
    }

    private static DepthStudyRun Ended(PlannedRun run)
    {
        double error = run.Kind == NetworkKind.Plain ? run.Depth / 300.0 + 0.01 * run.Seed : 0.005 * run.Seed;
        return run.Ended(new Evaluation(error, error), RunStatus.Ok, TimeSpan.Zero);
    }
}
