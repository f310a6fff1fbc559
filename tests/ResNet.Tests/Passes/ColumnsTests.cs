using ResNet.Tests.Kernels;

namespace ResNet.Tests.Passes;

/// <summary>Where a sample takes several columns, everything acts on columns, and each lane takes whole samples.</summary>
public class ColumnsTests
{
    private const int Samples = 29;
    private const double Tolerance = 1e-5;
    private const double Step = 1e-5;

    private readonly float[][] images;
    private readonly int[] labels;
    private readonly ColumnsNetwork network = new();

    public ColumnsTests()
    {
        var random = new Random(3);
        float[] Image() => [.. Enumerable.Range(0, Unfolding.Images.Features).Select(_ => random.NextSingle() * 2 - 1)];
        images = [.. Enumerable.Range(0, Samples).Select(_ => Image())];
        labels = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(ColumnsNetwork.Classes))];
    }

    [Fact]
    public void Outputs_loss_and_gradients_are_those_of_loops_in_double_precision()
    {
        Pass pass = Train(lanes: 1);
        Dictionary<string, double[]> arrays = Doubles();
        (double[][] z, double loss) = new ColumnsReference(arrays, images, labels).Train();
        ShouldBeNear(pass.Z, [.. z.SelectMany(column => column)], "z");
        ShouldBeNear([(float)pass.Loss], [loss], "the loss");
        foreach (Parameter parameter in network.Parameters)
        {
            double[] values = arrays[parameter.Name];
            double ReferenceLoss() => new ColumnsReference(arrays, images, labels).Train().Loss;
            double[] expected = [.. values.Select((_, i) => Slope(values, i, ReferenceLoss))];
            ShouldBeNear(pass.Gradients[parameter.Name], expected, parameter.Name);
        }
    }

    [Fact]
    public void The_images_get_the_gradients_of_all_patches_they_are_in()
    {
        Pass pass = Train(lanes: 1);
        Dictionary<string, double[]> arrays = Doubles();
        foreach ((int sample, int feature) in new[] { (0, 0), (3, 30), (28, 71) })
        {
            float original = images[sample][feature], step = 1 / 256f; // steps that single precision has
            images[sample][feature] = original + step;
            double up = new ColumnsReference(arrays, images, labels).Train().Loss;
            images[sample][feature] = original - step;
            double down = new ColumnsReference(arrays, images, labels).Train().Loss;
            float width = original + step - (original - step);
            images[sample][feature] = original;
            pass.InputGradient[sample * Unfolding.Images.Features + feature].Should().BeApproximately((float)((up - down) / width), 1e-4f);
        }
    }

    [Fact]
    public void One_two_and_three_lanes_give_the_same_bits()
    {
        Pass alone = Train(lanes: 1);
        foreach (int lanes in new[] { 2, 3 })
        {
            Pass together = Train(lanes);
            Bits.Of(together.Z).Should().Equal(Bits.Of(alone.Z));
            Bits.Of(together.InputGradient).Should().Equal(Bits.Of(alone.InputGradient));
            together.Loss.Should().Be(alone.Loss);
            foreach ((string name, float[] gradient) in alone.Gradients)
            {
                Bits.Of(together.Gradients[name]).Should().Equal(Bits.Of(gradient), name);
            }
        }
    }

    [Fact]
    public void A_sample_is_predicted_as_the_same_bits_alone_and_by_lanes_that_share_rows()
    {
        Train(lanes: 1); // running statistics
        float[] all = Predict(0, Samples, lanes: 2, splitsRows: false);
        for (int sample = 0; sample < Samples; sample++)
        {
            int length = all.Length / Samples;
            int[] expected = Bits.Of(all.AsSpan(sample * length, length));
            Bits.Of(Predict(sample, 1, lanes: 1, splitsRows: false)).Should().Equal(expected);
            Bits.Of(Predict(sample, 1, lanes: 2, splitsRows: true)).Should().Equal(expected);
        }
    }

    private float[] Predict(int first, int count, int lanes, bool splitsRows)
    {
        Plan plan = Plan.ForInference(Unfolding.Images, network.Wire, count, lanes);
        plan.SplitsRows = splitsRows;
        plan.Samples = count;
        plan.Input.Value = Inputs(first, count);
        plan.RunForward(lanes);
        return plan.Output.Value.Samples(new Slice(0, count)).ToArray();
    }

    private Pass Train(int lanes)
    {
        Plan plan = Plan.ForTraining(Unfolding.Images, network.Wire, Samples, lanes, wantsInputGradient: true);
        var data = Dataset.ForClassification(images, labels, ColumnsNetwork.Classes);
        var loss = new BatchLoss(Loss.SoftmaxCrossEntropy, new Targets(data), plan.Output, Samples);
        plan.Samples = Samples;
        plan.Draw = new Draw(ColumnsNetwork.Seed, Number: 0);
        plan.Input.Value = Inputs(0, Samples);
        Workers.Run(lanes, lane =>
        {
            plan.Forward(lane);
            Slice samples = plan.SamplesOf(lane);
            for (int j = samples.First; j < samples.End; j++) loss.Compute(j, sample: j, share: 1f / Samples);
            plan.Backward(lane, KeptGradients.Instance);
        });
        var all = new Slice(0, Samples);
        return new Pass(
            plan.Output.Value.Samples(all).ToArray(),
            Enumerable.Range(0, Samples).Average(j => (double)loss[j]),
            network.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Gradients.ToArray()),
            plan.Input.Gradient.Samples(all).ToArray());
    }

    private ActivationBuffer Inputs(int first, int count) =>
        new([.. images.Skip(first).Take(count).SelectMany(image => image)], Unfolding.Images);

    private Dictionary<string, double[]> Doubles() =>
        network.Arrays.All.ToDictionary(array => array.Array.Name, array => array.Values.Select(value => (double)value).ToArray());

    private static double Slope(double[] values, int i, Func<double> loss)
    {
        double original = values[i];
        values[i] = original + Step;
        double up = loss();
        values[i] = original - Step;
        double down = loss();
        values[i] = original;
        return (up - down) / (2 * Step);
    }

    private static void ShouldBeNear(float[] actual, double[] expected, string what)
    {
        double largest = Math.Max(1, expected.Max(Math.Abs));
        actual.Length.Should().Be(expected.Length);
        actual.Zip(expected, (x, y) => Math.Abs(x - y)).Max().Should().BeLessThan(Tolerance * largest, what);
    }

    private sealed record Pass(float[] Z, double Loss, IReadOnlyDictionary<string, float[]> Gradients, float[] InputGradient);
}
