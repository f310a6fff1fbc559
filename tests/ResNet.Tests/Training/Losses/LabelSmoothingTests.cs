using ResNet.Tests.Layers;

namespace ResNet.Tests.Training.Losses;

public class LabelSmoothingTests
{
    public static TheoryData<float> NoSmoothings => [-0.1f, 1, float.NaN];

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 10)]
    [InlineData(257, 3)]
    public void Softmax_cross_entropy_is_that_of_the_smoothed_target(int classes, int size)
    {
        foreach (float smoothing in new[] { 0, 0.1f, 0.9f })
        {
            float[] z = (size * NormalBatch.Of(classes, 1)).ToColumnMajorArray();
            int label = classes / 2;
            double sum = z.Sum(value => Math.Exp(value));
            double[] p = [.. z.Select(value => Math.Exp(value) / sum)];
            double[] q = [.. z.Select((_, k) => (k == label ? 1 - smoothing : 0) + smoothing / (double)classes)];

            ShouldBe(
                new SoftmaxCrossEntropy { LabelSmoothing = smoothing }, z, new Target(label),
                -p.Zip(q, (ofP, ofQ) => ofQ * Math.Log(ofP)).Sum(), [.. p.Zip(q, (ofP, ofQ) => ofP - ofQ)]);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 4)]
    public void Binary_cross_entropy_is_that_of_the_smoothed_target(int outputs, int size)
    {
        foreach (float smoothing in new[] { 0, 0.1f, 0.9f })
        {
            float[] z = (size * NormalBatch.Of(outputs, 1)).ToColumnMajorArray(),
                t = [.. Enumerable.Range(0, outputs).Select(k => k % 3 / 2f)];
            double[] p = [.. z.Select(value => 1 / (1 + Math.Exp(-value)))],
                q = [.. t.Select(value => (1 - (double)smoothing) * value + smoothing / 2.0)];

            ShouldBe(
                new BinaryCrossEntropy { LabelSmoothing = smoothing }, z, new Target(t),
                -p.Zip(q, (ofP, ofQ) => ofQ * Math.Log(ofP) + (1 - ofQ) * Math.Log(1 - ofP)).Average(),
                [.. p.Zip(q, (ofP, ofQ) => (ofP - ofQ) / outputs)]);
        }
    }

    [Fact]
    public void Binary_cross_entropy_smoothes_a_label_on_one_output_alike()
    {
        var loss = new BinaryCrossEntropy { LabelSmoothing = 0.2f };
        foreach (int label in new[] { 0, 1 })
        {
            loss.OfSample([0.7f], new Target(label), []).Should().Be(loss.OfSample([0.7f], new Target((float[])[label]), []));
        }
    }

    [Fact]
    public void Huge_logits_cost_what_the_smoothed_target_gives_them_and_stay_finite()
    {
        // −log p is 0, 10⁴ and 2·10⁴, q is 0.7 + 0.1, 0.1 and 0.1
        float[] gradient = new float[3];
        new SoftmaxCrossEntropy { LabelSmoothing = 0.3f }.OfSample([1e4f, 0, -1e4f], new Target(0), gradient).Should()
            .BeApproximately(3000, 0.01f);
        gradient.Should().Equal([0.2f, -0.1f, -0.1f], (x, y) => Math.Abs(x - y) < 1e-6f);

        // a target of 0.9
        new BinaryCrossEntropy { LabelSmoothing = 0.2f }.OfSample([1e4f], new Target(1), []).Should().BeApproximately(1000, 0.01f);
    }

    [Theory]
    [MemberData(nameof(NoSmoothings))]
    public void A_smoothing_below_0_or_not_below_1_is_refused(float smoothing)
    {
        foreach (Action set in (Action[])[
            () => _ = new SoftmaxCrossEntropy { LabelSmoothing = smoothing },
            () => _ = new BinaryCrossEntropy { LabelSmoothing = smoothing }])
        {
            set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("LabelSmoothing")
                .WithMessage("LabelSmoothing must be at least 0 and below 1.*");
        }
    }

    private static void ShouldBe(Loss loss, float[] z, Target target, double expected, double[] expectedGradient)
    {
        float[] gradient = new float[z.Length];
        float value = loss.OfSample(z, target, gradient);
        ((double)value).Should().BeApproximately(expected, 2e-6 * Math.Max(1, expected));
        loss.OfSample(z, target, []).Should().Be(value);
        for (int k = 0; k < z.Length; k++) ((double)gradient[k]).Should().BeApproximately(expectedGradient[k], 1e-6);
    }
}
