using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Encoders;

public class DatePartsTests
{
    [Fact]
    public void Dates_of_two_years_have_a_value_and_all_parts_but_those_of_the_clock()
    {
        // days 19722 (a Sunday) and 19724: μ = 19723, σ = 1; the year is one day old at its end, 30/31 of a month before it
        DateParts parts = Fit("2023-12-31", "2024-01-02");

        parts.Origins("day of sale").Select(origin => origin.Feature).Should().Equal(
            "day of sale",
            "day of sale month sin", "day of sale month cos", "day of sale day sin", "day of sale day cos",
            "day of sale weekday sin", "day of sale weekday cos");
        Close(Features(parts, "2023-12-31"), [-1, .. Turn((11 + 30 / 31.0) / 12), .. Turn(30 / 31.0), .. Turn(6 / 7.0)]);
        Close(Features(parts, "2024-01-02 12:00"), [1.5, .. Turn(1 / 31.0 / 12), .. Turn(1 / 31.0), .. Turn(1 / 7.0)]);
    }

    [Theory]
    [InlineData("", "2024-03-05", "2024-03-05")]
    [InlineData("weekday day", "2024-03-05", "2024-03-06")]
    [InlineData("day", "2024-03-05", "2024-03-12")]
    [InlineData("month", "2024-03-05", "2024-11-05")] // both on a Tuesday
    [InlineData("month weekday", "2024-03-05", "2024-04-05")]
    [InlineData("weekday", "2023-03-05", "2024-03-05")]
    [InlineData("hour", "2024-03-05 10:00", "2024-03-05 11:30")]
    [InlineData("minute", "2024-03-05 10:00", "2024-03-05 10:30")]
    [InlineData("", "2024-03-05 10:00:00", "2024-03-05 10:00:30")]
    public void Parts_that_are_constant_are_left_out(string varying, params string[] training)
    {
        IEnumerable<string> names = Fit(training).Origins("x").Select(origin => origin.Feature).Skip(1)
            .Where(name => name.EndsWith("sin", StringComparison.Ordinal));

        names.Select(name => name.Split(' ')[1]).Should().BeEquivalentTo(varying.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Hours_are_the_time_of_day_and_exact_at_quarters()
    {
        DateParts parts = Fit("2024-03-05 00:00", "2024-03-05 18:00");

        Features(parts, "2024-03-05 00:00").Should().Equal(-1, 0, 1);
        Features(parts, "2024-03-05 06:00")[1..].Should().Equal(1, 0);
        Features(parts, "2024-03-05 12:00")[1..].Should().Equal(0, -1);
        Features(parts, "2024-03-05 18:00").Should().Equal(1, -1, 0);
        Close(Features(parts, "2024-03-05 09:30:36")[1..], Turn((9 + 30.6 / 60) / 24));
    }

    [Fact]
    public void Minutes_are_the_time_since_the_hour_began()
    {
        DateParts parts = Fit("2024-03-05 10:00", "2024-03-05 10:30");

        parts.Origins("x").Select(origin => origin.Feature).Should().Equal("x", "x minute sin", "x minute cos");
        Features(parts, "2024-03-06 07:45")[1..].Should().Equal(-1, 0);
        Close(Features(parts, "2024-03-05 10:20:30")[1..], Turn(20.5 / 60));
    }

    [Fact]
    public void A_whole_hour_is_that_hour_though_days_are_rounded()
    {
        // a third of a day is no double: ten o'clock may be stored as a moment before ten
        foreach (int day in Enumerable.Range(1, 365))
        {
            foreach (int hour in Enumerable.Range(0, 24))
            {
                DateTime moment = new DateTime(2023, 12, 31).AddDays(day).AddHours(hour);
                DatePart.Hour.NumberAt(Days.Moment(Days.Of(moment.Ticks))).Should().Be(hour);
            }
        }
    }

    [Fact]
    public void A_missing_date_counts_as_the_median_and_is_marked()
    {
        DateParts parts = DateParts.Fit(
            [DaysOf("2024-01-01"), double.NaN, DaysOf("2024-06-15"), DaysOf("2024-03-05"), DaysOf("2024-02-01")]);

        parts.Features.Should().Be(8);
        parts.Origins("x").Select(origin => origin.Feature).Last().Should().Be("x is missing");
        float[] missing = Features(parts, null), median = Features(parts, "2024-02-01");
        missing[..^1].Should().Equal(median[..^1]);
        (missing[^1], median[^1]).Should().Be((1f, 0f));
    }

    [Fact]
    public void Where_none_was_missing_in_training_nothing_marks_it()
    {
        DateParts parts = Fit("2024-01-01", "2024-06-15", "2024-03-05");

        Features(parts, null).Should().Equal(Features(parts, "2024-03-05"));
    }

    [Fact]
    public void The_same_date_always_is_a_zero()
    {
        DateParts parts = Fit("2024-03-05 10:20", "2024-03-05 10:20");

        parts.Features.Should().Be(1);
        Features(parts, "2024-03-05 10:20").Should().Equal(0);
        Features(parts, "2031-03-05 10:20").Should().Equal(0);
    }

    [Fact]
    public void Where_all_are_missing_in_training_only_that_is_a_feature()
    {
        DateParts parts = DateParts.Fit([double.NaN, double.NaN]);

        Features(parts, "2024-03-05").Should().Equal(0, 0);
        float[] missing = new float[2];
        parts.Write(double.NaN, missing);
        missing.Should().Equal(0, 1);
    }

    [Fact]
    public void What_cannot_be_learned_from_is_refused()
    {
        FluentActions.Invoking(() => DateParts.Fit([0, 1e9])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Fit("2024-03-05").Write(double.PositiveInfinity, new float[1]))
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_ends_of_time_have_features()
    {
        DateParts parts = Fit("0001-01-01", "9999-12-31 23:59:59.9999999");

        Features(parts, "0001-01-01")[1..].Should().Equal(0, 1, 0, 1, 0, 1, 0, 1); // a Monday
        Features(parts, "9999-12-31 23:59:59.9999999").Should().OnlyContain(value => Math.Abs(value) <= 1);
    }

    private static DateParts Fit(params string[] training) => DateParts.Fit([.. training.Select(DaysOf)]);

    private static float[] Features(DateParts parts, string? date)
    {
        var features = new float[parts.Features];
        parts.Write(date is null ? double.NaN : DaysOf(date), features);
        return features;
    }

    private static double DaysOf(string date) =>
        DateCell.TryParse(date, DateOrder.YearMonthDay, out double days) ? days : throw new FormatException(date);

    private static double[] Turn(double share) => [Math.Sin(2 * Math.PI * share), Math.Cos(2 * Math.PI * share)];

    private static void Close(float[] actual, double[] expected)
    {
        actual.Should().HaveSameCount(expected);
        for (int i = 0; i < expected.Length; i++) actual[i].Should().BeApproximately((float)expected[i], 1e-6f, $"it is feature {i}");
    }
}
