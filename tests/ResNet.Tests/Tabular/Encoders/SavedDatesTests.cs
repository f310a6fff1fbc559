using ResNet.Tabular;
using ColumnStandardization = ResNet.Tabular.SavedStandardization;

namespace ResNet.Tests.Tabular.Models;

public class SavedDatesTests
{
    private static readonly double[] training = [19722, 19753.4, double.NaN, 19790.25];

    private static readonly SavedDates valid = DateParts.Fit(training).Describe(new DateFormat(DateOrder.YearMonthDay, HasOffset: true));

    public static TheoryData<string> Broken => [.. broken.Keys];

    private static readonly Dictionary<string, (SavedDates Description, string Message)> broken = new()
    {
        ["no such order"] = (valid with { Order = "2" }, "There is no DateOrder '2'."),
        ["offsets"] = (valid with { Order = "DayMonthYear" }, "Dates in the order DayMonthYear have no offsets from UTC."),
        ["median"] = (valid with { Median = double.NaN }, "The median is out of range."),
        ["late median"] = (valid with { Median = 2932897 }, "The median is out of range."),
        ["mean"] = (With(new(double.NegativeInfinity, 1)), "The mean or the standard deviation is out of range."),
        ["deviation"] = (With(new(0, -1)), "The mean or the standard deviation is out of range."),
        ["no deviation"] = (With(new(0, double.NaN)), "The mean or the standard deviation is out of range."),
        ["wide deviation"] = (With(new(0, 4e6)), "The mean or the standard deviation is out of range."),
        ["no such part"] = (valid with { Parts = ["Year"] }, "There is no DatePart 'Year'."),
        ["null part"] = (valid with { Parts = [null!] }, "One of the parts is null."),
        ["twice"] = (valid with { Parts = ["Month", "Month"] }, "Expected each part once, in the order Month, Day, Weekday, Hour, Minute."),
        ["order"] = (valid with { Parts = ["Day", "Month"] }, "Expected each part once, in the order Month, Day, Weekday, Hour, Minute."),
    };

    [Fact]
    public void It_holds_what_was_learned()
    {
        valid.Should().BeEquivalentTo(new
        {
            Order = "YearMonthDay",
            HasOffset = true,
            Median = 19753.4,
            HasMissing = true,
            Parts = new[] { "Month", "Day", "Weekday", "Hour" },
        });
        valid.Standardization.Mean.Should().BeApproximately((19722 + 19753.4 + 19790.25) / 3, 1e-9);
    }

    [Fact]
    public void What_is_restored_gives_the_same_bits()
    {
        DateParts fitted = DateParts.Fit(training), restored = valid.Features();

        valid.Format.Should().Be(new DateFormat(DateOrder.YearMonthDay, HasOffset: true));
        restored.Origins("x").Select(origin => origin.Feature).Should().Equal(fitted.Origins("x").Select(origin => origin.Feature));
        restored.Describe(new DateFormat(DateOrder.YearMonthDay, HasOffset: true)).Should().BeEquivalentTo(valid);
        foreach (double days in (double[])[.. training, -700_000, 2_932_896])
        {
            float[] before = new float[fitted.Features], after = new float[restored.Features];
            fitted.Write(days, before);
            restored.Write(days, after);
            after.Should().Equal(before);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_not_as_it_should_be_is_refused(string name) => FluentActions
        .Invoking(() => (broken[name].Description.Format, broken[name].Description.Features()))
        .Should().Throw<ArgumentException>().WithMessage(broken[name].Message);

    private static SavedDates With(ColumnStandardization standardization) => valid with { Standardization = standardization };
}
