using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>A sample of weight n counts as n samples, one of weight 0 as none: for the loss and for a step.</summary>
public class WeightedFitTests
{
    private const int Samples = 12;

    private static readonly int[] weights = [.. Enumerable.Range(0, Samples).Select(sample => sample % 4)];

    private static readonly Matrix<float> normal = NormalBatch.Of(2, Samples, seed: 2);

    private static readonly Dictionary<string, (Loss Loss, int Outputs, Dataset Data)> losses = new()
    {
        ["softmax cross-entropy"] = (Loss.SoftmaxCrossEntropy, 3, Labels(3)),
        ["smoothed softmax cross-entropy"] = (new SoftmaxCrossEntropy { LabelSmoothing = 0.2f }, 3, Labels(3)),
        ["binary cross-entropy of two classes"] = (Loss.BinaryCrossEntropy, 1, Labels(2)),
        ["smoothed binary cross-entropy"] = (new BinaryCrossEntropy { LabelSmoothing = 0.2f }, 2, Targets(normal.Map(t => t > 0 ? 1f : 0))),
        ["mean squared error"] = (Loss.MeanSquaredError, 2, Targets(normal)),
        ["mean absolute error"] = (Loss.MeanAbsoluteError, 2, Targets(normal)),
        ["Huber loss"] = (new HuberLoss { Delta = 0.5f }, 2, Targets(normal)),
    };

    public static TheoryData<string> Losses => [.. losses.Keys];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Samples_weights_are_like_repeated_samples(string name)
    {
        (Loss loss, int outputs, Dataset data) = losses[name];
        ShouldBeAlike(
            loss, outputs, data.WithWeights([.. weights.Select(weight => (float)weight)]), classWeights: null, Repeated(data, weights));
    }

    [Theory]
    [InlineData("softmax cross-entropy")]
    [InlineData("smoothed softmax cross-entropy")]
    [InlineData("binary cross-entropy of two classes")]
    public void Classes_weights_are_like_repeated_samples_and_multiply_the_samples_own(string name)
    {
        (Loss loss, int outputs, Dataset data) = losses[name];
        int[] ofClasses = [.. new[] { 2, 0, 3 }.Take(data.Classes)];
        int[] byClass = [.. data.Labels!.Select(label => ofClasses[label])];
        float[] classWeights = [.. ofClasses.Select(weight => (float)weight)];
        ShouldBeAlike(loss, outputs, data, classWeights, Repeated(data, byClass));
        ShouldBeAlike(
            loss, outputs, data.WithWeights([.. weights.Select(weight => (float)weight)]), classWeights,
            Repeated(data, [.. byClass.Zip(weights, (x, y) => x * y)]));
    }

    [Fact]
    public void Only_ratios_of_weights_count()
    {
        (Loss loss, int outputs, Dataset data) = losses["Huber loss"];
        ShouldBeAlike(
            loss, outputs, data.WithWeights([.. weights.Select(weight => 0.001f * weight)]), null,
            data.WithWeights([.. weights.Select(weight => 100f * weight)]));
    }

    [Fact]
    public void A_batch_that_weighs_nothing_changes_nothing()
    {
        (Loss loss, int outputs, Dataset data) = losses["mean squared error"];
        Dataset weighted = data.WithWeights([.. Enumerable.Range(0, Samples).Select(sample => sample == 5 ? 1f : 0)]);
        (double before, double trained, float[] parameters) = Trained(loss, outputs, weighted, classWeights: null, batchSize: 1);
        (double expectedBefore, double expectedTrained, float[] expected) =
            Trained(loss, outputs, data.Select([5]), classWeights: null, batchSize: 1);

        before.Should().BeApproximately(expectedBefore, 1e-6);
        trained.Should().BeApproximately(expectedTrained, 1e-6);
        parameters.Should().Equal(expected, (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void There_is_one_weight_for_each_class(int count)
    {
        (Loss loss, int outputs, Dataset data) = losses["softmax cross-entropy"];
        Trainer trainer = TrainerOf(loss, outputs, [.. Enumerable.Repeat(1f, count)], Samples);
        (string Parameter, Action Use)[] uses = [("training", () => trainer.Fit(data)), ("data", () => trainer.Evaluate(data))];
        foreach ((string parameter, Action use) in uses)
        {
            use.Should().Throw<ArgumentException>().WithParameterName(parameter)
                .WithMessage($"There are {count} class weights, but the data has 3 classes.*");
        }
    }

    [Fact]
    public void Data_without_classes_takes_no_class_weights()
    {
        (Loss loss, int outputs, Dataset data) = losses["mean squared error"];
        TrainerOf(loss, outputs, [1, 2], Samples).Invoking(trainer => trainer.Fit(data)).Should().Throw<ArgumentException>()
            .WithMessage("There are 2 class weights, but the data has 0 classes.*");
    }

    private static void ShouldBeAlike(Loss loss, int outputs, Dataset data, float[]? classWeights, Dataset expectedData)
    {
        (double before, double trained, float[] parameters) = Trained(loss, outputs, data, classWeights, batchSize: 100);
        (double expectedBefore, double expectedTrained, float[] expected) =
            Trained(loss, outputs, expectedData, classWeights: null, batchSize: 100);

        before.Should().BeApproximately(expectedBefore, 1e-5, "they are evaluated alike");
        trained.Should().BeApproximately(expectedTrained, 1e-5, "an epoch reports them alike");
        parameters.Should().Equal(expected, (x, y) => Math.Abs(x - y) < 1e-5, "a step takes them alike");
    }

    /// <summary>The loss in evaluation, the loss that a first epoch reports, and the parameters after it.</summary>
    private static (double Before, double Trained, float[] Parameters) Trained(
        Loss loss, int outputs, Dataset data, float[]? classWeights, int batchSize)
    {
        Network network = Build(outputs);
        Trainer trainer = TrainerOf(network, loss, classWeights, batchSize);
        double before = trainer.Evaluate(data).Loss, trained = trainer.Fit(data).Epochs[0].Loss;
        return (before, trained, [.. network.Parameters.SelectMany(parameter => parameter.Values)]);
    }

    private static Trainer TrainerOf(Loss loss, int outputs, float[] classWeights, int batchSize) =>
        TrainerOf(Build(outputs), loss, classWeights, batchSize);

    private static Trainer TrainerOf(Network network, Loss loss, float[]? classWeights, int batchSize) => new(
        network,
        new TrainerOptions
        {
            Loss = loss, Optimizer = new Sgd(0.5f), Schedule = Schedule.Constant, Epochs = 1, BatchSize = batchSize,
            ClassWeights = classWeights,
        });

    private static Network Build(int outputs) =>
        Network.Create(4).WithActivation(Activation.Tanh).AddLayer(5).AddOutput(outputs).Build(seed: 1);

    private static Dataset Repeated(Dataset data, int[] times) =>
        data.Select([.. times.SelectMany((count, sample) => Enumerable.Repeat(sample, count))]);

    private static Dataset Labels(int classes) =>
        Dataset.ForClassification(
            NormalBatch.Of(4, Samples), [.. Enumerable.Range(0, Samples).Select(sample => sample * sample % 7 % classes)], classes);

    private static Dataset Targets(Matrix<float> targets) => Dataset.ForRegression(NormalBatch.Of(4, Samples), targets);
}
