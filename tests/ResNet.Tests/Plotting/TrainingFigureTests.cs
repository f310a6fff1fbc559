using ResNet.Plotting;

namespace ResNet.Tests.Plotting;

public sealed class TrainingFigureTests : IDisposable
{
    private const string Blue = "#0072B2";
    private const string Vermilion = "#D55E00";

    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void A_png_has_the_size_asked_for()
    {
        new TrainingFigure(History(3)) { Width = 640, Height = 400 }.SavePng(path);

        byte[] png = File.ReadAllBytes(path);
        png.Take(4).Should().Equal(0x89, 0x50, 0x4E, 0x47);
        png.Skip(16).Take(8).Should().Equal(0, 0, 640 >> 8, 640 & 255, 0, 0, 400 >> 8, 400 & 255);
    }

    [Fact]
    public void Loss_and_error_of_training_and_validation_are_drawn_and_named_where_there_is_a_font()
    {
        string svg = Svg(new TrainingFigure(History(12)));

        svg.Should().Contain(Blue).And.Contain(Vermilion);
        if (!Figure.CanDrawText) return;
        svg.Should().Contain("Training over 12 epochs").And.Contain("loss").And.Contain("error in %").And.Contain("epoch");
        CountOf(">\\s*training", svg).Should().Be(1, "the panels share one legend");
        CountOf(">\\s*validation", svg).Should().Be(1);
        svg.Should().NotContain("learning rate", "it does not change");
    }

    [Fact]
    public void A_panel_is_there_only_if_there_is_something_to_show()
    {
        var bare = new TrainingFigure(History(2, validation: false, error: false));
        var full = new TrainingFigure(History(2, rateFalls: true));

        bare.Height.Should().BeLessThan(new TrainingFigure(History(2)).Height);
        full.Height.Should().BeGreaterThan(new TrainingFigure(History(2)).Height);
        Svg(bare).Should().NotContain(Vermilion).And.NotContain("error in %");
        if (Figure.CanDrawText) Svg(full).Should().Contain("learning rate");
    }

    [Fact]
    public void A_metric_takes_the_place_of_the_error()
    {
        string svg = Svg(new TrainingFigure(History(2), metric: "recall"));

        svg.Should().NotContain("error in %");
        if (Figure.CanDrawText) svg.Should().Contain("recall");
    }

    [Fact]
    public void A_single_epoch_and_values_that_are_not_numbers_are_drawn_as_far_as_they_go()
    {
        EpochResult epoch = History(1).Epochs[0] with { Metrics = new Dictionary<string, double> { ["recall"] = double.NaN } };

        Svg(new TrainingFigure(new TrainingHistory([epoch], StopReason.Cancelled), "recall")).Should().Contain(Blue);
    }

    [Theory]
    [InlineData(StopReason.EarlyStopping, "stopped early after 4 epochs")]
    [InlineData(StopReason.TimeLimit, "out of time after 4 epochs")]
    [InlineData(StopReason.Cancelled, "interrupted after 4 epochs")]
    [InlineData(StopReason.Diverged, "diverged after 4 epochs")]
    public void The_title_tells_why_a_fit_ended(StopReason reason, string title)
    {
        string svg = Svg(new TrainingFigure(new TrainingHistory(History(4).Epochs, reason)));

        if (Figure.CanDrawText) svg.Should().Contain(title);
    }

    [Fact]
    public void The_best_epoch_is_marked_where_there_is_one()
    {
        string marked = Svg(new TrainingFigure(new TrainingHistory(History(4).Epochs, StopReason.EarlyStopping) { BestEpoch = 3 }));
        string unmarked = Svg(new TrainingFigure(new TrainingHistory(History(4).Epochs, StopReason.EarlyStopping)));

        unmarked.Should().NotContain("best epoch").And.NotContain("stroke-dasharray");
        marked.Should().NotBe(unmarked);
        if (Figure.CanDrawText) CountOf("best epoch: 3", marked).Should().Be(1);
    }

    [Fact]
    public void A_fit_is_drawn()
    {
        var data = Dataset.ForClassification([[0f], [1f], [2f], [3f]], [0, 0, 1, 1], 2);
        Network network = Network.Create(1).AddLayer(4).AddOutput(2).Build();
        TrainingHistory history = new Trainer(network, new TrainerOptions { Epochs = 3 }).Fit(data, validation: data);

        Svg(new TrainingFigure(history)).Should().Contain(Blue).And.Contain(Vermilion);
    }

    [Fact]
    public void A_history_of_nothing_or_without_the_metric_is_refused()
    {
        FluentActions.Invoking(() => new TrainingFigure(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TrainingFigure(new TrainingHistory([], StopReason.Cancelled)))
            .Should().Throw<ArgumentException>().WithMessage("The history has no epoch; there is nothing to draw.*");
        FluentActions.Invoking(() => new TrainingFigure(History(1), "AUC"))
            .Should().Throw<ArgumentException>().WithMessage("The history has no metric 'AUC', only: recall.*");
    }

    public void Dispose() => File.Delete(path);

    private string Svg(TrainingFigure figure)
    {
        figure.SaveSvg(path);
        return File.ReadAllText(path);
    }

    private static int CountOf(string pattern, string text) => System.Text.RegularExpressions.Regex.Count(text, pattern);

    private static TrainingHistory History(int epochs, bool validation = true, bool error = true, bool rateFalls = false)
    {
        var metrics = new Dictionary<string, double> { ["recall"] = 0.5 };
        return new TrainingHistory(
            [
                .. from epoch in Enumerable.Range(1, epochs)
                   let evaluation = new Evaluation(1.5 / epoch, error ? 0.6 / epoch : null) { Metrics = metrics }
                   select new EpochResult(epoch, 1.0 / epoch, error ? 0.5 / epoch : null, validation ? evaluation : null, TimeSpan.Zero)
                   {
                       LearningRate = rateFalls ? 0.1f / epoch : 0.1f,
                       Metrics = metrics,
                   },
            ],
            StopReason.Completed);
    }
}
