using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>Data that does not fit the network or the loss is refused before work starts.</summary>
public class TrainerErrorTests
{
    [Fact]
    public void No_network_and_no_data_are_refused()
    {
        Action trainer = () => _ = new Trainer(null!);
        trainer.Should().Throw<ArgumentNullException>().WithParameterName("network");
        TrainerOf(Loss.SoftmaxCrossEntropy).Invoking(t => t.Fit(null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("training");
        TrainerOf(Loss.SoftmaxCrossEntropy).Invoking(t => t.Evaluate(null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("data");
    }

    [Fact]
    public void Samples_of_another_width_than_the_network_are_refused()
    {
        Dataset data = Dataset.ForClassification(NormalBatch.Of(4, 5), [0, 1, 0, 1, 0], classes: 2);
        ShouldRefuse(Loss.SoftmaxCrossEntropy, data, "blocks.0.layers.0 expects 3 features, but a sample of the data has 4.*");
    }

    [Fact]
    public void Softmax_cross_entropy_refuses_targets_and_another_number_of_classes()
    {
        ShouldRefuse(
            Loss.SoftmaxCrossEntropy, Targets(2), "Softmax cross-entropy needs class labels; this data set has regression targets.*");
        ShouldRefuse(
            Loss.SoftmaxCrossEntropy, Labels(3),
            "Softmax cross-entropy needs one output per class, but the data has 3 classes and the network 2 outputs.*");
    }

    [Fact]
    public void Mean_squared_error_refuses_labels_and_another_number_of_targets()
    {
        ShouldRefuse(Loss.MeanSquaredError, Labels(2), "Mean squared error needs regression targets; this data set has class labels.*");
        ShouldRefuse(Loss.MeanSquaredError, Targets(3), "The targets have 3 rows, but the network has 2 outputs.*");
    }

    [Fact]
    public void Binary_cross_entropy_refuses_many_classes_another_number_of_targets_and_targets_out_of_range()
    {
        ShouldRefuse(
            Loss.BinaryCrossEntropy, Labels(2),
            "Binary cross-entropy takes class labels only with 2 classes and 1 output, but the data has 2 classes and the " +
            "network 2 outputs.*");
        ShouldRefuse(Loss.BinaryCrossEntropy, Targets(3), "The targets have 3 rows, but the network has 2 outputs.*");
        Dataset outside = Targets(2);
        outside.Targets!.Clear();
        outside.Targets[1, 4] = 1.5f;
        ShouldRefuse(Loss.BinaryCrossEntropy, outside, "Binary cross-entropy needs targets in [0, 1], but sample 4 has 1.5.*");
    }

    [Fact]
    public void A_refused_fit_changes_nothing()
    {
        Network network = Build();
        int[] before = Kernels.Bits.Of(network);
        new Trainer(network).Invoking(trainer => trainer.Fit(Labels(2), validation: Labels(3))).Should().Throw<ArgumentException>();
        Kernels.Bits.Of(network).Should().Equal(before);
    }

    private static void ShouldRefuse(Loss loss, Dataset data, string message)
    {
        Dataset fits = loss == Loss.SoftmaxCrossEntropy ? Labels(2) : Zeros;
        (string Parameter, Action Use)[] uses =
        [
            ("training", () => TrainerOf(loss).Fit(data)),
            ("validation", () => TrainerOf(loss).Fit(fits, validation: data)),
            ("data", () => TrainerOf(loss).Evaluate(data)),
        ];
        foreach ((string parameter, Action use) in uses)
        {
            use.Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(parameter);
        }
    }

    private static Dataset Labels(int classes) => Dataset.ForClassification(NormalBatch.Of(3, 5), [0, 1, 0, 1, 0], classes);

    private static Dataset Targets(int outputs) => Dataset.ForRegression(NormalBatch.Of(3, 5), NormalBatch.Of(outputs, 5));

    private static Dataset Zeros => Dataset.ForRegression(NormalBatch.Of(3, 5), 0 * NormalBatch.Of(2, 5));

    private static Trainer TrainerOf(Loss loss) => new(Build(), new TrainerOptions { Loss = loss, Epochs = 1 });

    private static Network Build() => Network.Create(3).AddLayer(4).AddOutput(2).Build();
}
