using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

public class StandardizationTests
{
    [Fact]
    public void Means_and_deviations_are_those_of_the_population()
    {
        // μ = 5, σ² = (9 + 1 + 1 + 1 + 0 + 0 + 4 + 16)/8 = 4; the second feature is constant
        var standardization =
            Standardization.Of(Matrix<float>.Build.DenseOfRowArrays([2, 4, 4, 4, 5, 5, 7, 9], [.1f, .1f, .1f, .1f, .1f, .1f, .1f, .1f]));
        standardization.Means.Should().Equal(5, 0.1f);
        standardization.Deviations.Should().Equal(2, 1);
    }

    [Fact]
    public void A_small_spread_far_from_0_is_found()
    {
        // in single precision the mean of squares could not tell 1e6 ± 1 from a constant
        var standardization = Standardization.Of(Matrix<float>.Build.DenseOfRowArrays([1e6f - 1, 1e6f + 1, 1e6f - 1, 1e6f + 1]));
        standardization.Means.Should().Equal(1e6f);
        standardization.Deviations.Should().Equal(1);
    }

    [Fact]
    public void Spreads_whose_inverse_is_no_number_count_as_none() =>
        Standardization.Of(Matrix<float>.Build.DenseOfRowArrays([0, 2 * float.Epsilon])).Deviations.Should().Equal(1);

    [Fact]
    public void To_apply_and_to_undo_are_inverse()
    {
        var standardization = Standardization.Of(Matrix<float>.Build.DenseOfRowArrays([2, 4, 4, 4, 5, 5, 7, 9], [0, 0, 0, 0, 8, 8, 8, 8]));
        float[] scaled = new float[2], back = new float[2];
        standardization.Apply([9, -4], scaled);
        scaled.Should().Equal(2, -2);
        standardization.Undo(scaled, back);
        back.Should().Equal(9, -4);
        standardization.Apply(back, back);
        back.Should().Equal([2, -2], "it can be done in place");
    }

    [Fact]
    public void Samples_that_are_none_or_not_finite_are_refused()
    {
        Action none = () => Standardization.Of(null!), empty = () => Standardization.Of(Matrix<float>.Build.Dense(2, 0));
        Action broken = () => Standardization.Of(Matrix<float>.Build.DenseOfRowArrays([1, float.NaN]));
        none.Should().Throw<ArgumentNullException>().WithParameterName("samples");
        empty.Should().Throw<ArgumentException>().WithParameterName("samples").WithMessage("Expected at least one sample and one feature*");
        broken.Should().Throw<ArgumentException>().WithParameterName("samples").WithMessage("*feature 0 of sample 1 is NaN.*");
    }
}
