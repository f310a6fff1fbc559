using System.Text.RegularExpressions;
using ResNet.Plotting;
using ResNet.Studies;

namespace ResNet.Tests.Plotting;

/// <summary>A figure is the same under every culture.</summary>
public sealed class FigureCultureTests : IDisposable
{
    private static readonly Dictionary<string, Func<Figure>> figures = new()
    {
        ["small and negative values of training"] = () => new TrainingFigure(History(-0.0004)),
        ["large values of training"] = () => new TrainingFigure(History(250_000)),
        ["a confusion matrix"] = () => new ConfusionFigure(ConfusionMatrix.Of([.. new int[1500], 1], new int[1501], 2), ["i", "j"]),
        ["a depth study"] = () => new DepthStudyFigure(Study()),
    };

    private readonly string path = Path.GetTempFileName();

    public static TheoryData<string> Names => [.. figures.Keys];

    public void Dispose() => File.Delete(path);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_svg_is_the_same_to_the_letter(string name)
    {
        string[] svgs = [.. Cultures.Names.Select(culture => Cultures.Under(culture, () => Svg(figures[name]())))];
        svgs[0].Should().Contain("<svg");
        svgs.Should().AllBe(svgs[0]);
    }

    private string Svg(Figure figure)
    {
        figure.SaveSvg(path);
        return Regex.Replace(File.ReadAllText(path), "cl_[0-9a-f]+", "cl_"); // numbers of a process's clip paths
    }

    private static TrainingHistory History(double loss) => new(
        [
            .. Enumerable.Range(1, 3).Select(epoch =>
                new EpochResult(epoch, loss / epoch, 0.5 / epoch, null, TimeSpan.Zero) { LearningRate = 0.1f / epoch }),
        ],
        StopReason.Completed);

    private static DepthStudyResult Study()
    {
        var options = new DepthStudyOptions { Depths = [2, 1024], LearningRates = [0.01f], Kinds = [NetworkKind.Residual], Seeds = 1 };
        RateSearch[] searches = [.. RateSearch.Of(options)];
        foreach (RateSearch search in searches)
        {
            while (search.Wanted.Count > 0) search.Add(search.Wanted[0].Ended(new Evaluation(0.1, 0.013), RunStatus.Ok, TimeSpan.Zero));
        }

        return new DepthStudyResult(options, searches);
    }
}
