using System.Globalization;
using FsCheck.Xunit;
using MathNet.Numerics.Distributions;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class QuantileNormalTests
{
    [Fact]
    public void Values_become_the_normal_quantiles_of_their_shares()
    {
        // five values: shares 0, 1/4, 1/2, 3/4, 1, the ends clipped to 1e-4 from the end
        float[] scaled = Scale([10, 20, 30, 70, 1000], [10, 20, 30, 70, 1000]);

        Close(scaled, Normal.InvCDF(0, 1, 1e-4), Normal.InvCDF(0, 1, 0.25), 0, Normal.InvCDF(0, 1, 0.75), -Normal.InvCDF(0, 1, 1e-4));
    }

    [Fact]
    public void Between_knots_shares_are_linear_and_beyond_them_constant()
    {
        // 25 is halfway from 20 to 30, so F = (1/4 + 1/2)/2; 60 is 3/4 of the way from 30 to 70
        float[] scaled = Scale([10, 20, 30, 70, 1000], [25, 60, -1e6, 1e6]);

        Close(scaled, Normal.InvCDF(0, 1, 0.375), Normal.InvCDF(0, 1, 0.6875), Normal.InvCDF(0, 1, 1e-4), -Normal.InvCDF(0, 1, 1e-4));
    }

    [Fact]
    public void Ties_take_the_middle_of_their_shares()
    {
        // knots 0, 0, 0, 1, 2 at shares 0 to 1: the zeros' middle is 1/4; just above them F begins at 1/2
        float[] scaled = Scale([0, 0, 0, 1, 2], [0, 1e-6, 1, -3]);

        Close(scaled, Normal.InvCDF(0, 1, 0.25), 0, Normal.InvCDF(0, 1, 0.75), Normal.InvCDF(0, 1, 0.25));
    }

    [Fact]
    public void A_long_column_is_held_by_a_thousand_knots()
    {
        // 0 to 99,900 in steps of 100 are the knots; between them F is linear, so every value k has the share k/99,900
        double[] values = [.. Enumerable.Range(0, 99_901).Select(k => (double)k)];
        float[] scaled = Scale(values, [30_000, 49_950, 70_011]);

        Close(scaled, Normal.InvCDF(0, 1, 30_000 / 99_900.0), 0, Normal.InvCDF(0, 1, 70_011 / 99_900.0));
    }

    [Property]
    public void Order_is_kept(short[] training, short[] asked)
    {
        if (training.Length == 0 || asked.Length == 0) return;
        double[] sorted = [.. asked.Select(value => (double)value).Order()];

        Scale([.. training.Select(value => (double)value)], sorted).Should().BeInAscendingOrder();
    }

    private static float[] Scale(double[] training, double[] asked)
    {
        var encoder = TableEncoder.Fit(Column(training), "y", new TableOptions { Scaling = NumericScaling.QuantileNormal });
        return encoder.Encode(Column(asked)).Row(0).ToArray();
    }

    private static Table Column(double[] values) =>
        new(["x", "y"], values.Select(value => new[] { value.ToString(CultureInfo.InvariantCulture), "" }));

    private static void Close(float[] actual, params double[] expected)
    {
        actual.Should().HaveSameCount(expected);
        for (int i = 0; i < expected.Length; i++) actual[i].Should().BeApproximately((float)expected[i], 1e-5f, $"it is value {i}");
    }
}
