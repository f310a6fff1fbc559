namespace ResNet.Tests.Training.Metrics;

/// <summary>A sample of weight n counts as n samples of weight 1, in every metric.</summary>
public class WeightedMetricsTests
{
    public static TheoryData<Metric> OfClasses =>
    [
        Metric.Accuracy, Metric.MacroPrecision, Metric.MacroRecall, Metric.MacroF1, Metric.LogLoss, Metric.RocAuc, Metric.TopK(2),
    ];

    public static TheoryData<Metric> OfNumbers => [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2];

    [Theory]
    [MemberData(nameof(OfClasses))]
    public void Weights_of_classified_samples_are_repetitions(Metric metric)
    {
        ShouldBeRepetitions(metric, classes: 2);
        ShouldBeRepetitions(metric, classes: 4);
    }

    [Theory]
    [MemberData(nameof(OfNumbers))]
    public void Weights_of_numbers_are_repetitions(Metric metric) => ShouldBeRepetitions(metric, classes: 0);

    [Fact]
    public void Only_ratios_of_weights_count()
    {
        Predictions one = Predicted.Classes(2, [0, 1, 1], [1, 0], [1, 0], [0, 1]);
        double expected = Metric.Accuracy.Measure(new(one.Outputs, one.Data) { Weights = [3, 1, 2] });

        expected.Should().Be(5.0 / 6);
        Metric.Accuracy.Measure(new(one.Outputs, one.Data) { Weights = [0.375f, 0.125f, 0.25f] }).Should().Be(expected);
    }

    [Fact]
    public void A_sample_of_weight_0_does_not_count_whatever_was_predicted()
    {
        Predictions wild = Predicted.Values([[1], [2], [3]], [1], [float.PositiveInfinity], [5]);

        Metric.RootMeanSquaredError.Measure(new(wild.Outputs, wild.Data) { Weights = [1, 0, 1] }).Should().Be(Math.Sqrt(2));
    }

    [Fact]
    public void Weights_must_be_those_of_the_samples()
    {
        Predictions two = Predicted.Values([[1], [2]], [1], [2]);

        FluentActions.Invoking(() => new Predictions(two.Outputs, two.Data) { Weights = [1] }).Should().ThrowExactly<ArgumentException>();
        FluentActions.Invoking(() => new Predictions(two.Outputs, two.Data) { Weights = [0, 0] }).Should().ThrowExactly<ArgumentException>()
            .WithMessage("At least one sample needs a weight above 0.*");
        FluentActions.Invoking(() => new Predictions(two.Outputs, two.Data) { Weights = [1, -1] }).Should()
            .ThrowExactly<ArgumentOutOfRangeException>().WithMessage("Weight 1 must be finite and not negative.*");
    }

    private static void ShouldBeRepetitions(Metric metric, int classes)
    {
        Drawn[] draws = [.. Enumerable.Range(0, 20).Select(seed => new Drawn(seed, classes))];
        foreach (Drawn drawn in draws)
        {
            metric.Measure(drawn.Weighted).Should().BeApproximately(metric.Measure(drawn.Repeated), 1e-12, $"seed {drawn.Seed}");
        }

        bool isTopTwoOfTwo = metric.Name == "top-2" && classes == 2; // always right
        draws.Any(drawn => metric.Measure(drawn.Weighted) != metric.Measure(drawn.Plain)).Should().Be(!isTopTwoOfTwo);
    }

    /// <summary>Thirteen samples with weights of 0 to 4; classes, or numbers with two outputs.</summary>
    private sealed class Drawn
    {
        private const int Samples = 13;

        public Drawn(int seed, int classes)
        {
            Seed = seed;
            var random = new Random(seed);
            int[] weights = [4, 0, 1, .. Enumerable.Range(3, Samples - 3).Select(_ => random.Next(5))];
            int[] labels = [.. Enumerable.Range(0, Samples).Select(sample => sample % Math.Max(2, classes))];
            float[][] targets = [.. labels.Select(_ => new[] { (float)random.NextDouble(), 1 + (float)random.NextDouble() })];
            float[][] outputs = [.. labels.Select(_ => Outputs(random, classes))];
            int[] rows = [.. Enumerable.Range(0, Samples).SelectMany(row => Enumerable.Repeat(row, weights[row]))];
            Plain = Of(Enumerable.Range(0, Samples));
            Repeated = Of(rows);
            Weighted = new(Plain.Outputs, Plain.Data) { Weights = [.. weights.Select(weight => (float)weight)] };

            Predictions Of(IEnumerable<int> chosen) => classes == 0
                ? Predicted.Values([.. chosen.Select(row => targets[row])], [.. chosen.Select(row => outputs[row])])
                : Predicted.Classes(classes, [.. chosen.Select(row => labels[row])], [.. chosen.Select(row => outputs[row])]);
        }

        public int Seed { get; }

        public Predictions Plain { get; }

        public Predictions Repeated { get; }

        public Predictions Weighted { get; }

        /// <summary>Of a coarse grid, so that some are equal.</summary>
        private static float[] Outputs(Random random, int classes) =>
            [.. Enumerable.Range(0, Math.Max(2, classes)).Select(_ => random.Next(7) / 4f)];
    }
}
