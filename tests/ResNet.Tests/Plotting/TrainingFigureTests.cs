using ResNet.Plotting;
using static ResNet.Tests.Plotting.Picture;

namespace ResNet.Tests.Plotting;

public sealed class TrainingFigureTests : IDisposable
{
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
    public void Metrics_asked_for_take_the_place_of_the_error_and_of_the_others()
    {
        Picture one = Picture.Of(new TrainingFigure(Measured(), "macro f1"));
        Picture two = Picture.Of(new TrainingFigure(Measured(), ["macro f1", "roc auc"]));

        one.Panels.Should().HaveCount(2);
        two.Panels.Should().HaveCount(3);
        if (!Figure.CanDrawText) return;
        one.Texts.Should().Contain("macro f1").And.NotContain(["error in %", "roc auc"]);
        two.Panels[1].Texts.Should().Contain("macro f1");
        two.Panels[2].Texts.Should().Contain("roc auc", "they come as asked for");
    }

    [Fact]
    public void A_single_epoch_and_values_that_are_not_numbers_are_drawn_as_far_as_they_go()
    {
        EpochResult epoch = History(1).Epochs[0] with { Metrics = new Dictionary<string, double> { ["recall"] = double.NaN } };

        Svg(new TrainingFigure(new TrainingHistory([epoch], StopReason.Cancelled), "recall")).Should().Contain(Blue);
    }

    [Fact]
    public void Every_metric_measured_has_a_panel_below_the_error()
    {
        var figure = new TrainingFigure(Measured());

        Picture picture = Picture.Of(figure);
        figure.Height.Should().BeLessThan(1600);
        picture.Panels.Should().HaveCount(4, "loss, error, roc auc and macro f1");
        if (!Figure.CanDrawText) return;
        string[] titles = ["loss", "error in %", "roc auc", "macro f1"];
        picture.Panels.Select(panel => panel.Texts.Single(titles.Contains)).Should().Equal(titles);
        picture.Panels[3].Values(Blue)[2].Should().BeApproximately(0.92, 0.002);
        picture.Panels[3].Values(Vermilion)[2].Should().BeApproximately(0.88, 0.002);
    }

    [Fact]
    public void The_metric_of_early_stopping_has_a_panel()
    {
        var data = Dataset.ForRegression([[0f], [1f], [2f], [3f]], [[0f], [1f], [2f], [3f]]);
        Network network = Network.Create(1).AddLayer(4).AddOutput(1).Build();
        var options = new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Epochs = 3,
            Schedule = Schedule.Constant,
            Metrics = [Metric.MeanAbsoluteError],
            EarlyStopping = new EarlyStopping { Metric = Metric.R2 },
        };

        Picture picture = Picture.Of(new TrainingFigure(new Trainer(network, options).Fit(data, validation: data)));

        picture.Panels.Should().HaveCount(3, "loss, mae and r2");
        if (Figure.CanDrawText) picture.Texts.Should().Contain(["mae", "r2"]);
    }

    [Fact]
    public void A_panel_without_any_number_says_so_and_the_legend_stays()
    {
        TrainingHistory history = new(
            [.. History(3).Epochs.Select(epoch => epoch with { Validation = new Evaluation(double.NaN, 0.3) })], StopReason.Diverged);
        TrainingHistory nothing = new([.. history.Epochs.Select(epoch => epoch with { Loss = double.MaxValue })], StopReason.Diverged);

        Picture.Of(new TrainingFigure(history)).Panels[1].Curve(Vermilion).Should().NotBeEmpty();
        if (!Figure.CanDrawText) return;
        Picture.Of(new TrainingFigure(history)).Texts.Should().Contain(["training", "validation"]).And.NotContain("no values to draw");
        Picture.Of(new TrainingFigure(nothing)).Texts.Should().Contain(["training", "validation", "no values to draw"]);
        Picture.Of(new TrainingFigure(nothing)).Panels[0].Ticks.Should().BeEmpty();
    }

    [Fact]
    public void The_only_number_among_many_epochs_can_be_seen()
    {
        TrainingHistory history = new(
            [
                .. from epoch in History(100, validation: false, error: false).Epochs
                   select epoch with { Loss = epoch.Epoch == 7 ? 1 : double.NaN, Metrics = new Dictionary<string, double>() },
            ],
            StopReason.Diverged);

        Picture.Of(new TrainingFigure(history)).Document.Descendants(Picture.Svg + "ellipse").Should().NotBeEmpty();
    }

    [Fact]
    public void A_metric_with_a_long_name_is_cut_to_its_panel()
    {
        string name = string.Concat(Enumerable.Repeat("ab&cd<\U0001F600>", 30));
        var metrics = new Dictionary<string, double> { [name] = 0.5 };

        Picture picture = Picture.Of(new TrainingFigure(new TrainingHistory(
            [History(1).Epochs[0] with { Metrics = metrics, Validation = null }], StopReason.Completed)));

        if (!Figure.CanDrawText) return;
        picture.Panels[2].Texts.Should().Contain(text => text.StartsWith("ab&cd<", StringComparison.Ordinal) && text.Length < 60);
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
            .Should().Throw<ArgumentException>().WithMessage("The history has no metric 'AUC', only: recall.*")
            .WithParameterName("metrics");
        FluentActions.Invoking(() => new TrainingFigure(History(1), "recall", null!))
            .Should().Throw<ArgumentException>().WithMessage("The history has no metric '', only: recall.*");
        FluentActions.Invoking(() => new TrainingFigure(History(1), (IReadOnlyList<string>)null!)).Should().Throw<ArgumentNullException>();
    }

    public void Dispose() => File.Delete(path);

    private string Svg(TrainingFigure figure)
    {
        figure.SaveSvg(path);
        return File.ReadAllText(path);
    }

    private static int CountOf(string pattern, string text) => System.Text.RegularExpressions.Regex.Count(text, pattern);

    private static TrainingHistory Measured() => new(
        [
            .. Enumerable.Range(1, 3).Select(epoch => new EpochResult(epoch, 1.0 / epoch, 0.3, null, TimeSpan.Zero)
            {
                Metrics = new Dictionary<string, double> { ["roc auc"] = 0.5 + 0.1 * epoch, ["macro f1"] = 0.8 + 0.04 * epoch },
                Validation = new Evaluation(1.1 / epoch, 0.4)
                {
                    Metrics = new Dictionary<string, double> { ["roc auc"] = 0.4 + 0.1 * epoch, ["macro f1"] = 0.79 + 0.03 * epoch },
                },
            }),
        ],
        StopReason.Completed);

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
