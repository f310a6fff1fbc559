using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Dates are numbers and parts of the calendar, named in the features.</summary>
public class DateFeaturesTests
{
    [Fact]
    public void Days_become_a_number_and_the_cycles_that_vary()
    {
        Names(day => $"2024-01-{day % 28 + 1:D2}").Should().Equal("x", "x day sin", "x day cos", "x weekday sin", "x weekday cos", "w");
        Names(day => $"2024-{day % 12 + 1:D2}-15T10:00Z").Should()
            .Equal("x", "x month sin", "x month cos", "x weekday sin", "x weekday cos", "w");
        Names(day => $"15.01.2024 {day % 24}:00").Should().Equal("x", "x hour sin", "x hour cos", "w");
    }

    [Fact]
    public void A_missing_or_odd_date_has_a_feature_of_its_own() =>
        Names(day => day == 5 ? "unknown" : $"15.01.2024 {day % 24}:00").Should()
            .Equal("x", "x hour sin", "x hour cos", "x is missing", "w");

    private static IReadOnlyList<string> Names(Func<int, string> cell) =>
        TableEncoder.Fit(OneColumn.Of(Enumerable.Range(0, 56).Select(cell)), "y").FeatureNames;
}
