using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>What a loop of one's own is told when it does something that cannot be.</summary>
public class OwnStepRefusalTests
{
    private static readonly Dataset data = Dataset.ForClassification(NormalBatch.Of(3, 8), [0, 1, 0, 1, 0, 1, 0, 1], classes: 2);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_is_finite_and_not_negative(double factor) =>
        Steps().Invoking(steps => steps.Step(factor)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(factor));

    [Theory]
    [InlineData(0)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_norm_to_clip_to_is_positive_and_finite(float norm) =>
        Steps().Invoking(steps => steps.Step(clipNorm: norm)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("clipNorm");

    [Fact]
    public void A_refused_step_counts_for_none()
    {
        OptimizerSteps steps = Steps();
        steps.Invoking(s => s.Step(-1)).Should().Throw<ArgumentOutOfRangeException>();
        steps.Count.Should().Be(0);
    }

    [Fact]
    public void The_number_of_a_step_is_not_negative() => Build().Invoking(network => network.Forward(data.Inputs, seed: 0, step: -1))
        .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("step");

    [Fact]
    public void Steps_are_of_something()
    {
        new Sgd(1).Invoking(optimizer => optimizer.For(null!)).Should().Throw<ArgumentNullException>().WithParameterName("module");
    }

    [Fact]
    public void No_step_is_taken_while_a_trainer_fits()
    {
        Network network = Build();
        OptimizerSteps steps = new Sgd(1).For(network);
        var report = new Reports<TrainingProgress>(_ =>
            steps.Invoking(s => s.Step()).Should().Throw<InvalidOperationException>().WithMessage("The network is in use*"));
        new Trainer(network, new TrainerOptions { Epochs = 1 }).Fit(data, progress: report);
    }

    [Fact]
    public void A_loss_wants_as_many_outputs_as_samples_and_data_of_its_kind()
    {
        Loss.SoftmaxCrossEntropy.Invoking(loss => loss.OfBatch(Matrix<float>.Build.Dense(2, 7), data)).Should()
            .Throw<ArgumentException>().WithMessage("The output is of 7 samples, but the batch has 8.*").WithParameterName("z");
        Loss.MeanSquaredError.Invoking(loss => loss.OfBatch(Matrix<float>.Build.Dense(2, 8), data)).Should()
            .Throw<ArgumentException>().WithParameterName("batch");
    }

    private static OptimizerSteps Steps() => new Sgd(1).For(Build());

    private static Network Build() => Network.Create(3).AddLayer(4).AddOutput(2).Build();
}
