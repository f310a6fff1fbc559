namespace ResNet.Tests.Training.Metrics;

/// <summary>A metric made outside the library.</summary>
public class UsersMetricTests
{
    [Fact]
    public void A_users_metric_sees_classes_probabilities_outputs_and_data()
    {
        Predictions predictions = Predicted.Binary([1, 1, 0], MathF.Log(3), -5, 2);
        var metric = new Confidence();

        // rightly decided is only the first, with probability ¾
        metric.Measure(predictions).Should().BeApproximately(0.75, 1e-7);
        metric.Name.Should().Be("confidence");
        metric.Invoking(m => m.Check(predictions.Data, outputs: 7)).Should().NotThrow("it refuses nothing of its own accord");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_metric_needs_a_name(string? name)
    {
        Action make = () => _ = new Nameless(name!);

        make.Should().Throw<ArgumentException>().WithParameterName(nameof(name));
    }

    /// <summary>The mean probability of the classes decided rightly.</summary>
    private sealed class Confidence() : Metric("confidence", higherIsBetter: true)
    {
        public override double Measure(Predictions predictions) => Enumerable.Range(0, predictions.Data.Count)
            .Where(sample => predictions.ClassOf(sample) == predictions.Data.Labels![sample])
            .Average(sample => predictions.Probabilities(sample).Max());
    }

    private sealed class Nameless(string name) : Metric(name, higherIsBetter: true)
    {
        public override double Measure(Predictions predictions) => 0;
    }
}
