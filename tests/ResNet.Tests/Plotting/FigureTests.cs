using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResNet.Plotting;
using ResNet.Studies;

namespace ResNet.Tests.Plotting;

/// <summary>What holds for figures of every kind.</summary>
public sealed class FigureTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public static TheoryData<string> Kinds => ["training", "confusion", "study"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_svg_scales_and_has_a_title(string kind)
    {
        XElement root = Picture.Of(Named(kind)).Document.Root!;

        root.Attribute("viewBox")?.Value.Should().Be("0 0 640 400");
        root.Attribute("width")?.Value.Should().Be("640");
        root.Attribute("height")?.Value.Should().Be("400");
        root.Attribute("role")?.Value.Should().Be("img");
        root.Elements().First().Name.Should().Be(Picture.Svg + "title", "readers for the blind take the first child");
        root.Elements().First().Value.Should().Contain(kind == "confusion" ? "Confusion matrix" : "Training");
        if (Figure.CanDrawText) Picture.Of(Named(kind)).Texts.Should().Contain(root.Elements().First().Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_text_of_an_svg_stays_where_it_is_on_machines_without_the_font(string kind)
    {
        XElement[] texts = [.. Picture.Of(Named(kind)).Document.Descendants(Picture.Svg + "text")];

        if (Figure.CanDrawText) texts.Should().NotBeEmpty();
        texts.Select(text => text.Attribute("font-family")!.Value).Should().OnlyContain(families =>
            families.EndsWith(", sans-serif", StringComparison.Ordinal) && families.Split(", ").Distinct().Count() > 2);
        texts.SelectMany(text => new[] { text.Attribute("x")!.Value, text.Attribute("y")!.Value }).Should().NotContain(places =>
            places.EndsWith(", ", StringComparison.Ordinal), "browsers refuse a list that ends in a comma");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_save_that_replaces_a_file_does_not_write_into_it(string kind)
    {
        foreach (Action<Figure> save in new Action<Figure>[] { figure => figure.SavePng(path), figure => figure.SaveSvg(path) })
        {
            File.WriteAllText(path, "the old file");
            using FileStream old = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

            save(Named(kind));

            new StreamReader(old).ReadToEnd().Should().Be("the old file");
            new FileInfo(path).Length.Should().BeGreaterThan(1000);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_stream_gets_the_bytes_of_the_file_and_stays_open(string kind)
    {
        Named(kind).SavePng(path);
        Written(Named(kind).SavePng).Should().Equal(File.ReadAllBytes(path));
        Named(kind).SaveSvg(path);
        byte[] svg = Written(Named(kind).SaveSvg);
        svg.Should().StartWith("<?xml"u8.ToArray(), "there is no byte order mark");
        WithoutNumbersOfClips(svg).Should().Be(WithoutNumbersOfClips(File.ReadAllBytes(path)));
    }

    [Fact]
    public void A_figure_is_saved_to_something()
    {
        Figure figure = Named("training");
        FluentActions.Invoking(() => figure.SavePng((Stream)null!)).Should().Throw<ArgumentNullException>().WithParameterName("stream");
        FluentActions.Invoking(() => figure.SaveSvg((Stream)null!)).Should().Throw<ArgumentNullException>().WithParameterName("stream");
        FluentActions.Invoking(() => figure.SavePng("")).Should().Throw<ArgumentException>().WithParameterName("path");
        FluentActions.Invoking(() => figure.SaveSvg((string)null!)).Should().Throw<ArgumentException>().WithParameterName("path");
    }

    public void Dispose() => File.Delete(path);

    /// <summary>What is written to a stream that can neither seek nor be read.</summary>
    private static byte[] Written(Action<Stream> save)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            save(stream);
            stream.CanWrite.Should().BeTrue("it is still open");
        }

        packed.Position = 0;
        var unpacked = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Decompress)) stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>A picture's text without the numbers of its clips, which go on from picture to picture.</summary>
    private static string WithoutNumbersOfClips(byte[] svg) => Regex.Replace(Encoding.UTF8.GetString(svg), @"\bcl_[0-9a-f]+", "cl");

    private static Figure Named(string kind) => kind switch
    {
        "training" => new TrainingFigure(new TrainingHistory(
            [new EpochResult(1, 1, 0.5, null, TimeSpan.Zero), new EpochResult(2, 0.9, 0.4, null, TimeSpan.Zero)], StopReason.Completed))
        { Width = 640, Height = 400 },
        "confusion" => new ConfusionFigure(ConfusionMatrix.Of([0, 1], [0, 0], 2), ["<no>", "\"yes\" & more"]) { Width = 640, Height = 400 },
        _ => new DepthStudyFigure(Study()) { Width = 640, Height = 400 },
    };

    private static DepthStudyResult Study()
    {
        var options = new DepthStudyOptions { Depths = [2], LearningRates = [0.01f], Kinds = [NetworkKind.Residual], Seeds = 1 };
        RateSearch[] searches = [.. RateSearch.Of(options)];
        foreach (RateSearch search in searches)
        {
            while (search.Wanted.Count > 0) search.Add(search.Wanted[0].Ended(new Evaluation(0.1, 0.1), RunStatus.Ok, TimeSpan.Zero));
        }

        return new DepthStudyResult(options, searches);
    }
}
