using System.Globalization;
using ResNet.Plotting;
using static ResNet.Tests.Plotting.Picture;

namespace ResNet.Tests.Plotting;

/// <summary>The axes of curves. Their labels need a font.</summary>
public class AxesTests
{
    [Theory]
    [InlineData(0.31, 0.29)]
    [InlineData(0.9, 0.93)]
    [InlineData(-7.5, -0.2)]
    [InlineData(-0.4, 0.8)]
    [InlineData(2.3, 0.01)]
    [InlineData(4e-6, 1e-6)]
    [InlineData(1.2e-12, 1.3e-12)]
    [InlineData(4e6, 1e6)]
    [InlineData(1234567, 1234587)]
    [InlineData(1e30, 1e-30)]
    [InlineData(0.99931, 0.99984)]
    public void Axes_follow_the_data(double first, double last)
    {
        PanelPicture panel = Panel(20, epoch => first + (last - first) * (epoch - 1) / 19);

        panel.Share(Blue).Should().BeGreaterThan(0.55, "the curve fills its panel");
        if (!Figure.CanDrawText) return;
        double room = 0.1 * Math.Abs(last - first);
        panel.Ticks.Should().HaveCountGreaterThan(2).And.OnlyContain(tick =>
            tick.Value >= Math.Min(first, last) - room && tick.Value <= Math.Max(first, last) + room);
        panel.Ticks.Select(tick => tick.Text).Should().OnlyHaveUniqueItems().And.OnlyContain(text => text.Length <= 10);
        panel.Values(Blue).Should().HaveCount(20);
        panel.Values(Blue)[0].Should().BeApproximately(first, room / 5, "the labels tell the values");
        panel.Values(Blue)[^1].Should().BeApproximately(last, room / 5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    [InlineData(1234567)]
    [InlineData(double.Epsilon)]
    [InlineData(1e38)]
    public void A_flat_curve_can_be_read(double value)
    {
        PanelPicture panel = Panel(5, _ => value);

        if (!Figure.CanDrawText) return;
        panel.Ticks.Should().HaveCountGreaterThan(1).And.HaveCountLessThan(10);
        panel.Ticks.Select(tick => tick.Text).Should().OnlyHaveUniqueItems().And.OnlyContain(text => text.Length <= 10);
        panel.Values(Blue).Should().OnlyContain(shown => Math.Abs(shown - value) <= Math.Max(0.01, 0.01 * Math.Abs(value)));
    }

    [Fact]
    public void Rounding_is_not_blown_up_to_a_curve()
    {
        PanelPicture panel = Panel(20, epoch => 0.6931472 + (epoch % 2 == 0 ? 1e-7 : 0));

        panel.Share(Blue).Should().BeLessThan(0.01);
        if (Figure.CanDrawText) panel.Ticks.Should().OnlyContain(tick => tick.Text.Length <= 5);
    }

    [Theory]
    [InlineData(640, 400)]
    [InlineData(1000, 300)]
    [InlineData(400, 2000)]
    public void Labels_stand_apart_in_figures_of_any_size(int width, int height)
    {
        Picture picture = Of(new TrainingFigure(History(1000, epoch => 1.0 / epoch)) { Width = width, Height = height });

        foreach (PanelPicture panel in picture.Panels)
        {
            double[] heights = [.. panel.Ticks.Select(tick => tick.Y).Order()];
            heights.Zip(heights.Skip(1), (upper, lower) => lower - upper).Should().OnlyContain(distance => distance >= 12);
        }
    }

    [Fact]
    public void A_figure_of_a_pixel_is_drawn() =>
        Of(new TrainingFigure(History(3, epoch => epoch)) { Width = 1, Height = 1 }).Panels.Should().NotBeEmpty();

    [Fact]
    public void Labels_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo format = other.NumberFormat;
        (format.NumberDecimalSeparator, format.NumberGroupSeparator, format.NegativeSign) = (",", ".", "~");
        TrainingHistory history = History(20, epoch => 4000 * (5 - epoch));
        IReadOnlyList<string> texts = Of(new TrainingFigure(history)).Texts;
        try
        {
            CultureInfo.CurrentCulture = other;
            Of(new TrainingFigure(history)).Texts.Should().Equal(texts);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static PanelPicture Panel(int epochs, Func<int, double> value) => Of(new TrainingFigure(History(epochs, value))).Panels[0];

    private static TrainingHistory History(int epochs, Func<int, double> loss) => new(
        [
            .. from epoch in Enumerable.Range(1, epochs)
               select new EpochResult(epoch, loss(epoch), null, null, TimeSpan.Zero) { LearningRate = 1f / epoch },
        ],
        StopReason.Completed);
}
