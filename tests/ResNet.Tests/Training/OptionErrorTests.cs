namespace ResNet.Tests.Training;

/// <summary>Options out of range are refused where they are set.</summary>
public class OptionErrorTests
{
    public static TheoryData<float> NotPositive => [0, -1, float.NaN, float.PositiveInfinity];

    public static TheoryData<float> NegativeOrNotFinite => [-1e-10f, float.NaN, float.PositiveInfinity];

    public static TheoryData<float> NotBelowOne => [-0.1f, 1, float.NaN];

    [Theory]
    [MemberData(nameof(NotPositive))]
    public void A_learning_rate_must_be_positive_and_finite(float rate)
    {
        foreach (Action create in (Action[])[() => _ = new Sgd(rate), () => _ = new Adam(rate), () => _ = new AdamW(rate)])
        {
            create.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("learningRate")
                .WithMessage("A learning rate must be positive and finite.*");
        }
    }

    [Theory]
    [MemberData(nameof(NegativeOrNotFinite))]
    public void Weight_decay_and_epsilon_must_be_finite_and_not_negative(float value)
    {
        ShouldRefuse("WeightDecay", "WeightDecay must be finite and not negative.*", () => _ = new Sgd(1) { WeightDecay = value });
        ShouldRefuse("WeightDecay", "WeightDecay must be finite and not negative.*", () => _ = new AdamW { WeightDecay = value });
        ShouldRefuse("Epsilon", "Epsilon must be finite and not negative.*", () => _ = new Adam { Epsilon = value });
    }

    [Theory]
    [MemberData(nameof(NotBelowOne))]
    public void Momentum_and_betas_must_be_at_least_0_and_below_1(float value)
    {
        ShouldRefuse("Momentum", "Momentum must be at least 0 and below 1.*", () => _ = new Sgd(1) { Momentum = value });
        ShouldRefuse("Beta1", "Beta1 must be at least 0 and below 1.*", () => _ = new Adam { Beta1 = value });
        ShouldRefuse("Beta2", "Beta2 must be at least 0 and below 1.*", () => _ = new AdamW { Beta2 = value });
    }

    [Theory]
    [MemberData(nameof(NotPositive))]
    public void A_norm_to_clip_to_must_be_positive_and_finite(float norm) => ShouldRefuse(
        "ClipNorm", "A norm to clip to must be positive and finite.*", () => _ = new TrainerOptions { ClipNorm = norm });

    [Fact]
    public void Class_weights_must_be_finite_and_not_negative_and_not_all_0()
    {
        foreach (float[] weights in new float[][] { [1, -1e-10f], [1, float.NaN], [float.PositiveInfinity, 1], [0, 0], [] })
        {
            Action set = () => _ = new TrainerOptions { ClassWeights = weights };
            set.Should().Throw<ArgumentException>().WithMessage("Class weights must be finite and not negative, and not all 0.*");
        }

        float[] own = [0, 2];
        var options = new TrainerOptions { ClassWeights = own };
        own[1] = 3;
        options.ClassWeights.Should().Equal(0, 2);
        new TrainerOptions { ClassWeights = null }.ClassWeights.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Batch_size_epochs_and_threads_must_be_at_least_1(int value)
    {
        ShouldRefuse("BatchSize", "BatchSize must be at least 1.*", () => _ = new TrainerOptions { BatchSize = value });
        ShouldRefuse("Epochs", "Epochs must be at least 1.*", () => _ = new TrainerOptions { Epochs = value });
        ShouldRefuse("Threads", "Threads must be at least 1.*", () => _ = new TrainerOptions { Threads = value });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Patience_must_be_at_least_1(int value) =>
        ShouldRefuse("Patience", "Patience must be at least 1.*", () => _ = new EarlyStopping { Patience = value });

    [Theory]
    [InlineData(-1e-10)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_minimum_improvement_must_be_finite_and_not_negative(double value) => ShouldRefuse(
        "MinimumImprovement", "MinimumImprovement must be finite and not negative.*",
        () => _ = new EarlyStopping { MinimumImprovement = value });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_time_limit_must_be_positive(long ticks) => ShouldRefuse(
        "TimeLimit", "A time limit must be positive.*", () => _ = new TrainerOptions { TimeLimit = TimeSpan.FromTicks(ticks) });

    [Fact]
    public void Two_metrics_of_one_name_are_refused()
    {
        Action set = () => _ = new TrainerOptions { Metrics = [Metric.TopK(2), Metric.Accuracy, Metric.TopK(2)] };
        set.Should().Throw<ArgumentException>().WithParameterName("value").WithMessage("Two metrics have the same name.*");
    }

    [Fact]
    public void No_loss_and_no_optimizer_are_refused()
    {
        Action[] settings = [() => _ = new TrainerOptions { Loss = null! }, () => _ = new TrainerOptions { Optimizer = null! }];
        foreach (Action set in settings) set.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void The_defaults_are_those_that_are_documented()
    {
        var options = new TrainerOptions();
        options.Loss.Should().BeSameAs(Loss.SoftmaxCrossEntropy);
        options.Optimizer.Should().BeOfType<AdamW>().Which.Should()
            .Match<AdamW>(adam => adam.LearningRate == 0.001f && adam.WeightDecay == 0.01f && adam.DecayWeightsOnly);
        options.Schedule.Should().BeOfType<OneCycleSchedule>().Which.Should()
            .Match<OneCycleSchedule>(
                cycle => cycle.Peak == 0.1 && cycle.Start == 0.04 && cycle.Final == 1e-4 && cycle.Unit == ScheduleUnit.Step);
        (options.ClassWeights, options.EarlyStopping, options.TimeLimit, options.Metrics.Count).Should().Be((null, null, null, 0));
        (options.BatchSize, options.Epochs, options.Seed, options.ClipNorm, options.Threads).Should().Be((128, 10, 0, null, null));
        new Adam().Should().Match<Adam>(adam =>
            adam.LearningRate == 0.001f && adam.Beta1 == 0.9f && adam.Beta2 == 0.999f && adam.Epsilon == 1e-8f && !adam.DecayWeightsOnly);
    }

    private static void ShouldRefuse(string parameter, string message, Action set) =>
        set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter).WithMessage(message);
}
