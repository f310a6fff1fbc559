using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Training.Losses;

/// <summary>Huber loss and mean absolute error.</summary>
public class RobustLossTests
{
    private static readonly HuberLoss halfDelta = new() { Delta = 0.5f };

    public static TheoryData<float> NoDeltas => [0, -1, float.NaN, float.PositiveInfinity];

    [Fact]
    public void Huber_loss_is_squared_up_to_delta_and_absolute_beyond()
    {
        // ρ(½) = ⅛, ρ(2) = 2 − ½, ρ(−3) = 3 − ½, ρ(1) = ½
        Of(Loss.Huber, [0.5f, 2, -3, 1]).Should().Be((0.125f + 1.5f + 2.5f + 0.5f) / 4);
        GradientOf(Loss.Huber, [0.5f, 2, -3, 1]).Should().Equal(0.125f, 0.25f, -0.25f, 0.25f);

        // δ = ½: ρ(−¼) = 1/32, ρ(2) = ½(2 − ¼)
        Of(halfDelta, [-0.25f, 2]).Should().Be((0.03125f + 0.875f) / 2);
        GradientOf(halfDelta, [-0.25f, 2]).Should().Equal(-0.125f, 0.25f);
    }

    [Fact]
    public void Mean_absolute_error_is_the_mean_of_the_deviations_sizes()
    {
        Of(Loss.MeanAbsoluteError, [0.5f, 2, -3, 0]).Should().Be(5.5f / 4);
        GradientOf(Loss.MeanAbsoluteError, [0.5f, 2, -3, 0]).Should().Equal(0.25f, 0.25f, -0.25f, 0);
    }

    [Fact]
    public void What_counts_is_the_deviation_from_the_target()
    {
        foreach (Loss loss in new[] { Loss.Huber, halfDelta, Loss.MeanAbsoluteError, Loss.MeanSquaredError })
        {
            loss.OfSample([5, -1], new Target((float[])[4.75f, 2]), []).Should().Be(Of(loss, [0.25f, -3]));
        }
    }

    [Fact]
    public void Gradients_are_those_of_small_steps_at_kinks_too()
    {
        const float Step = 1f / 256;
        foreach (Loss loss in new[] { Loss.Huber, halfDelta, Loss.MeanAbsoluteError })
        {
            foreach (float deviation in new[] { -3, -1, -0.75f, -0.5f, -0.25f, 0, 0.25f, 0.5f, 0.75f, 1, 3 })
            {
                float quotient = (Of(loss, [deviation + Step]) - Of(loss, [deviation - Step])) / (2 * Step);
                GradientOf(loss, [deviation])[0].Should().BeApproximately(quotient, Step / 2, "{0} at {1}", loss, deviation);
            }
        }
    }

    [Fact]
    public void Huber_loss_has_no_step_at_delta()
    {
        foreach (float sign in new[] { -1, 1 })
        {
            float beyond = sign * MathF.BitIncrement(0.5f);
            Of(halfDelta, [beyond]).Should().BeApproximately(Of(halfDelta, [sign * 0.5f]), 1e-7f);
            GradientOf(halfDelta, [beyond]).Should().Equal(GradientOf(halfDelta, [sign * 0.5f]));
        }
    }

    [Fact]
    public void Huge_deviations_stay_finite_and_nan_stays_nan()
    {
        foreach (Loss loss in new[] { Loss.Huber, Loss.MeanAbsoluteError })
        {
            Of(loss, [1e30f]).Should().Be(1e30f);
            GradientOf(loss, [-1e30f]).Should().Equal(-1);
            float.IsNaN(Of(loss, [1, float.NaN])).Should().BeTrue();
            GradientOf(loss, [1, float.NaN]).Select(float.IsNaN).Should().Equal(false, true);
        }
    }

    [Fact]
    public void They_refuse_labels_and_another_number_of_targets_and_know_no_errors()
    {
        Dataset labels = Dataset.ForClassification(Matrix<float>.Build.Dense(1, 2), [0, 1], 2);
        Dataset targets = Dataset.ForRegression(Matrix<float>.Build.Dense(1, 2), Matrix<float>.Build.Dense(3, 2));
        foreach ((Loss loss, string title) in new[] { (Loss.Huber, "Huber loss"), (Loss.MeanAbsoluteError, "Mean absolute error") })
        {
            loss.Invoking(l => l.Check(labels, 2, "data")).Should().Throw<ArgumentException>().WithParameterName("data")
                .WithMessage($"{title} needs regression targets; this data set has class labels.*");
            loss.Invoking(l => l.Check(targets, 2, "data")).Should().Throw<ArgumentException>().WithParameterName("data")
                .WithMessage("The targets have 3 rows, but the network has 2 outputs.*");
            loss.Invoking(l => l.Check(null!, 2, "data")).Should().Throw<ArgumentNullException>();
            loss.Invoking(l => l.Check(targets, 3, "data")).Should().NotThrow();
            loss.IsWrong([1], targets.TargetOf(0)).Should().BeNull();
        }
    }

    [Theory]
    [MemberData(nameof(NoDeltas))]
    public void A_delta_that_is_not_positive_and_finite_is_refused(float delta)
    {
        Action set = () => _ = new HuberLoss { Delta = delta };
        set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Delta").WithMessage("Delta must be positive and finite.*");
    }

    /// <summary>The loss of deviations from a target of zeros; the same with and without its gradient.</summary>
    private static float Of(Loss loss, float[] deviations)
    {
        var target = new Target(new float[deviations.Length]);
        float value = loss.OfSample(deviations, target, []);
        loss.OfSample(deviations, target, new float[deviations.Length]).Should().Be(value);
        return value;
    }

    private static float[] GradientOf(Loss loss, float[] deviations)
    {
        float[] gradient = new float[deviations.Length];
        loss.OfSample(deviations, new Target(new float[deviations.Length]), gradient);
        return gradient;
    }
}
