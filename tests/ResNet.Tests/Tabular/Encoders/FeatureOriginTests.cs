using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Each feature says from which column it comes, and what it is.</summary>
public class FeatureOriginTests
{
    [Fact]
    public void Numbers_categories_and_dates_are_explained()
    {
        var table = new Table(["age", "job", "seen", "y"], Enumerable.Range(0, 24).Select(row => new[]
        {
            row == 3 ? null : $"{row}.5", row % 2 == 0 ? "clerk" : null, $"2024-{row % 12 + 1:00}-01", $"{row}.25",
        }));
        TableEncoder encoder = TableEncoder.Fit(table, "y");

        encoder.Origins.Should().StartWith(
        [
            new FeatureOrigin("age", "age", "the number, less its mean, in standard deviations"),
            new FeatureOrigin("age is missing", "age", "1 where the cell is missing, otherwise 0"),
            new FeatureOrigin("job=clerk", "job", "1 where the cell is clerk, otherwise 0"),
            new FeatureOrigin("job is missing", "job", "1 where the cell is missing, otherwise 0"),
            new FeatureOrigin("seen", "seen", "the days since 1970, less its mean, in standard deviations"),
            new FeatureOrigin("seen month sin", "seen", "the sine of the month, as a share of its cycle"),
            new FeatureOrigin("seen month cos", "seen", "the cosine of the month, as a share of its cycle"),
        ]);
        encoder.Origins.Select(origin => origin.Feature).Should().Equal(encoder.FeatureNames);
        encoder.Origins[2].ToString().Should().Be("job=clerk: 1 where the cell is clerk, otherwise 0");
    }

    [Fact]
    public void Codes_and_quantiles_are_explained()
    {
        var table = new Table(
            ["age", "job", "y"], Enumerable.Range(0, 24).Select(row => new[] { $"{row}.5", $"job {row % 3}", $"{row}.25" }));
        TableEncoder encoder = TableEncoder.Fit(
            table, "y", new TableOptions { Scaling = NumericScaling.QuantileNormal, CategoryEncoding = CategoryEncoding.Codes });

        encoder.Origins.Should().Equal(
            new FeatureOrigin("age", "age", "the number, by quantiles as normally distributed"),
            new FeatureOrigin("job", "job", "the category's code, for which a vector is learned"));
    }
}
