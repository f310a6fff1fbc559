using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>Evaluation without a trainer.</summary>
public class NetworkEvaluationTests
{
    private static readonly Dataset data = Dataset.ForClassification(NormalBatch.Of(3, 8), [0, 1, 0, 1, 0, 1, 0, 1], classes: 2);
    private static readonly Network network = Network.Create(3).AddLayer(4).AddOutput(2).Build();

    [Fact]
    public void It_is_what_a_trainer_with_that_loss_and_these_metrics_gives()
    {
        var loss = new SoftmaxCrossEntropy { LabelSmoothing = 0.1f };
        Evaluation found = network.Evaluate(data, loss, Metric.Accuracy, Metric.LogLoss);
        Evaluation trainers = new Trainer(network, new TrainerOptions { Loss = loss, Metrics = [Metric.Accuracy, Metric.LogLoss] })
            .Evaluate(data);
        found.Should().BeEquivalentTo(trainers);
        found.Metrics.Keys.Should().Equal("accuracy", "log loss");
        network.Evaluate(data, loss).Metrics.Should().BeEmpty();
    }

    [Fact]
    public void Data_of_another_kind_is_refused() => network.Invoking(n => n.Evaluate(data, Loss.MeanSquaredError)).Should()
        .Throw<ArgumentException>().WithParameterName("data");

    [Fact]
    public void A_metric_named_twice_is_refused() =>
        network.Invoking(n => n.Evaluate(data, Loss.SoftmaxCrossEntropy, Metric.Accuracy, Metric.Accuracy))
        .Should().Throw<ArgumentException>().WithMessage("Two metrics have the same name.*");

    [Fact]
    public void Nothing_is_no_network_no_data_and_no_loss()
    {
        ((Action)(() => ((Network)null!).Evaluate(data, Loss.SoftmaxCrossEntropy))).Should().Throw<ArgumentNullException>();
        network.Invoking(n => n.Evaluate(null!, Loss.SoftmaxCrossEntropy)).Should().Throw<ArgumentNullException>();
        network.Invoking(n => n.Evaluate(data, (Loss)null!)).Should().Throw<ArgumentNullException>();
    }
}
