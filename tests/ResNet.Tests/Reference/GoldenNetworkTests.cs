namespace ResNet.Tests.Reference;

public sealed class GoldenNetworkTests
{
    public static TheoryData<string> Names => [.. GoldenNetwork.All];

    [Fact]
    public void There_are_thirteen() => GoldenNetwork.All.Should().HaveCount(13).And.OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_read_whole(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);

        golden.Name.Should().Be(name);
        golden.Input.Should().OnlyContain(sample => sample.Length == golden.Inputs);
        golden.Targets.Should().HaveSameCount(golden.Input).And.OnlyContain(sample => sample.Length == golden.Outputs);
        golden.TrainOutput.Should().HaveSameCount(golden.Input).And.OnlyContain(sample => sample.Length == golden.Outputs);
        golden.Gradients.Keys.Should().Equal(golden.Parameters.Keys);
        bool hasBatchNorm = golden.Architecture.Any(block => block.Normalization == "batch");
        (golden.Running is not null).Should().Be(hasBatchNorm);
        (golden.InferenceOutput is not null).Should().Be(hasBatchNorm);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Seven_optimizers_took_ten_steps_each_from_the_same_loss(string name)
    {
        GoldenNetwork golden = GoldenNetwork.Load(name);

        golden.Training.Should().HaveCount(7);
        golden.Training.Should().OnlyContain(training => training.Losses.Length == 10);
        golden.Training.Should().OnlyContain(training => Math.Abs(training.Losses[0] - golden.Loss) < 1e-12);
        golden.Training.Should().OnlyContain(training => training.ParametersAfter.Keys.SequenceEqual(golden.Parameters.Keys));
    }

    [Fact]
    public void Optimizer_settings_are_read_by_name()
    {
        IReadOnlyList<GoldenTraining> training = GoldenNetwork.Load("plain-relu").Training;

        training[2].Optimizer.Should().Be(
            new GoldenOptimizer { Kind = "sgd", LearningRate = 0.05, Momentum = 0.9, Nesterov = true, WeightDecay = 0.001 });
        training[4].Optimizer.ClipNorm.Should().Be(0.5);
        training[6].Optimizer.Should().Be(new GoldenOptimizer
        {
            Kind = "adamw",
            LearningRate = 0.01,
            Beta1 = 0.9,
            Beta2 = 0.999,
            Epsilon = 1e-8,
            WeightDecay = 0.05,
        });
    }

    [Fact]
    public void A_weight_has_one_row_per_output()
    {
        ParameterArray weight = GoldenNetwork.Load("plain-relu").Parameters["output.weight"];

        weight.Shape.Should().Equal(3, 6);
        weight.Rows.Should().HaveCount(3);
        weight.Rows[1].Should().Equal(weight.Values[6..12]);
    }
}
