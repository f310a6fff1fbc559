using MathNet.Numerics.LinearAlgebra;
using ResNet.Studies;
using ResNet.Tabular;

namespace ResNet.Tests;

/// <summary>What the library says, of its settings, results and refusals, is the same under every culture.</summary>
public class TextCultureTests
{
    private static readonly EpochResult epoch =
        new(1, 0.5, 0.25, new Evaluation(-1.5, 0.125), TimeSpan.FromSeconds(1.5)) { LearningRate = 1e-6f };

    private static readonly DepthStudyRun run =
        new(NetworkKind.Plain, 2, Initialization.He, 0.5f, 1, 0.25, double.PositiveInfinity, RunStatus.Ok, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<object>> objects = new()
    {
        ["a network"] = () => Network.Create(2000).AddResidualBlocks(2).WithDropout(0.5f).AddLayer(3).AddOutput(2).Build(),
        ["SGD"] = () => new Sgd(0.5f) { Momentum = 0.9f, WeightDecay = 0.01f },
        ["Adam"] = () => new Adam(1e-6f),
        ["AdamW"] = () => new AdamW(0.5f),
        ["Huber's loss"] = () => new HuberLoss { Delta = 0.5f },
        ["cross-entropy"] = () => new SoftmaxCrossEntropy { LabelSmoothing = 0.1f },
        ["binary cross-entropy"] = () => new BinaryCrossEntropy { LabelSmoothing = 0.1f },
        ["one cycle"] = () => new OneCycleSchedule(),
        ["cosine"] = () => new CosineSchedule { Final = 0.5 }.WithWarmup(2, ScheduleUnit.Step),
        ["exponential"] = () => new ExponentialSchedule(0.5),
        ["steps"] = () => new StepSchedule(2, 0.5),
        ["plateau"] = () => new ReduceOnPlateauSchedule { MinimumImprovement = 1e-6 },
        ["a branch factor"] = () => BranchFactor.Fixed(-0.5f),
        ["a confusion matrix"] = () => ConfusionMatrix.Of([0, 1, 1], [0, 1, 0], 2),
        ["an epoch's result"] = () => epoch,
        ["a report"] = () => new TrainingProgress(1, 2, 3, 4, -0.5) { LearningRate = 0.5f, SamplesPerSecond = 1234.5, LastEpoch = epoch },
        ["a run of a study"] = () => new DepthStudyProgress(1, 2, TimeSpan.FromDays(1.5), TimeSpan.Zero, run),
    };

    private static readonly Dictionary<string, Action> refusals = new()
    {
        ["-1"] = () => Dataset.ForClassification([[0f]], [-1], 2),
        ["-2"] = () => ConfusionMatrix.Of([-2], [0], 2),
        ["-3"] = () => _ = new DepthStudyOptions { Depths = [-3] },
        ["-0.5"] = () => _ = new DepthStudyOptions { LearningRates = [-0.5f] },
        ["-1.5"] = () => Network.Create(1).AddEmbeddings(new Embedding(0, 2, 2)).AddOutput(1).Build().Predict([-1.5f]),
        ["1.25"] = () => Loss.BinaryCrossEntropy.Check(Dataset.ForRegression([[0f]], [[1.25f]]), 1, "data"),
        ["NaN"] = () => Dataset.ForClassification([[float.NaN]], [0], 2),
        ["Infinity"] = () => Fit(new TrainerOptions { Loss = Loss.MeanSquaredError, Schedule = new Endless() }),
    };

    public static TheoryData<string> Objects => [.. objects.Keys];

    public static TheoryData<string> Refusals => [.. refusals.Keys];

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_object_describes_itself_alike(string name)
    {
        string[] texts = [.. Cultures.Names.Select(culture => Cultures.Under(culture, () => objects[name]().ToString()!))];
        texts.Should().AllBe(texts[0]);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_names_its_number_alike(string number)
    {
        string[] messages = [.. Cultures.Names.Select(culture => Cultures.Under(culture, () => Message(refusals[number])))];
        messages[0].Should().Contain(number);
        messages.Should().AllBe(messages[0]);
    }

    [Fact]
    public void A_report_reads_the_same_under_every_culture() =>
        new TrainingProgress(1, 2, 3, 4, -0.5) { SamplesPerSecond = 12345 }.ToString().Should().Be(
            "epoch 1 of 2, batch 3 of 4: loss -0.500, 12,345 samples/s, 0:00:00 left");

    private static void Fit(TrainerOptions options) => new Trainer(Network.Create(1).AddOutput(1).Build(), options)
        .Fit(Dataset.ForRegression(Matrix<float>.Build.Dense(1, 2), Matrix<float>.Build.Dense(1, 2)));

    /// <summary>What a refusal says, without what .NET adds of the parameter, which is in brackets and in lines below.</summary>
    private static string Message(Action refused)
    {
        try
        {
            refused();
        }
        catch (Exception exception)
        {
            return exception.Message.Split(" (Parameter")[0];
        }

        return "nothing was refused";
    }

    private sealed class Endless : Schedule
    {
        public override double Factor(in TrainingTime time) => double.PositiveInfinity;
    }
}
