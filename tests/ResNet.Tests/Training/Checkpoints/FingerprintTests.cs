using System.Reflection;
using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Training;

/// <summary>All that fixes the bits of a fit is in its fingerprint, and nothing else.</summary>
public class FingerprintTests
{
    /// <summary>Properties of options that change no bit.</summary>
    private static readonly string[] free =
        [nameof(TrainerOptions.Threads), nameof(TrainerOptions.TimeLimit), nameof(TrainerOptions.Checkpoints)];

    private static readonly Dictionary<string, object> others = new()
    {
        [nameof(TrainerOptions.Loss)] = Loss.Huber,
        [nameof(TrainerOptions.Optimizer)] = new Sgd(0.1f),
        [nameof(TrainerOptions.BatchSize)] = 7,
        [nameof(TrainerOptions.Epochs)] = 3,
        [nameof(TrainerOptions.Schedule)] = Schedule.Constant,
        [nameof(TrainerOptions.ClassWeights)] = new[] { 1, 0.1f, 3 },
        [nameof(TrainerOptions.Metrics)] = new[] { Metric.Accuracy },
        [nameof(TrainerOptions.EarlyStopping)] = new EarlyStopping(),
        [nameof(TrainerOptions.Seed)] = 9,
        [nameof(TrainerOptions.ClipNorm)] = 0.3f,
        [nameof(TrainerOptions.Threads)] = 1,
        [nameof(TrainerOptions.TimeLimit)] = TimeSpan.FromDays(1),
        [nameof(TrainerOptions.Checkpoints)] = new Checkpoints("elsewhere"),
    };

    public static TheoryData<string> Options => [.. typeof(TrainerOptions).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_shows_where_it_fixes_bits(string name)
    {
        var options = new TrainerOptions();
        typeof(TrainerOptions).GetProperty(name)!.SetValue(options, others[name]);
        int different = Differences(Of(options), Of(new TrainerOptions())).Count();
        different.Should().Be(free.Contains(name) ? 0 : 1);
    }

    public static TheoryData<string> Settings =>
    [
        .. from type in typeof(Trainer).Assembly.GetTypes()
           where !type.IsAbstract
               && (typeof(Optimizer).IsAssignableFrom(type) || typeof(Loss).IsAssignableFrom(type) || typeof(Schedule)
               .IsAssignableFrom(type))
           from property in type.GetProperties()
           where property.CanWrite
           select $"{type.Name}.{property.Name}",
    ];

    /// <summary>Finds those that come later too.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_shows_in_the_text_of_its_optimizer_loss_or_schedule(string name)
    {
        Type type = typeof(Trainer).Assembly.GetType($"ResNet.{name.Split('.')[0]}")!;
        PropertyInfo property = type.GetProperty(name.Split('.')[1])!;
        object one = Create(type), other = Create(type);
        property.SetValue(other, Another(property.GetValue(one), property.PropertyType));
        other.ToString().Should().NotBe(one.ToString());
    }

    [Fact]
    public void There_are_such_settings() => Settings.Should().HaveCountGreaterThan(20);

    [Fact]
    public void What_a_constructor_takes_shows_too()
    {
        object[] all =
        [
            new Sgd(0.1f), new Sgd(0.2f), new Adam(0.1f), new Adam(0.2f), new AdamW(0.1f), new AdamW(0.2f), new StepSchedule(1),
            new StepSchedule(2),
            new StepSchedule(1, 0.5), new ExponentialSchedule(0.1), new ExponentialSchedule(0.2), Schedule.Constant, new CosineSchedule(),
            new OneCycleSchedule(),
            new CosineSchedule().WithWarmup(1, ScheduleUnit.Step), new CosineSchedule().WithWarmup(2, ScheduleUnit.Step),
            new CosineSchedule().WithWarmup(1, ScheduleUnit.Epoch), Schedule.Constant.WithWarmup(1, ScheduleUnit.Step),
            new ReduceOnPlateauSchedule(),
            Loss.Huber, Loss.MeanSquaredError, Loss.MeanAbsoluteError, Loss.SoftmaxCrossEntropy, Loss.BinaryCrossEntropy, new OwnLoss(),
            Metric.Accuracy, Metric.MacroF1, Metric.TopK(2), Metric.TopK(3), new OwnMetric(true), new OwnMetric(false),
        ];
        all.Select(item => item.ToString()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Early_stopping_shows_as_a_whole()
    {
        EarlyStopping[] all =
            [new(), new() { Patience = 1 }, new() { MinimumImprovement = 1 }, new() { Metric = Metric.Accuracy },
                new() { Metric = Metric.MacroF1 }];
        typeof(EarlyStopping).GetProperties().Should().HaveCount(3);
        all.Select(stopping => Of(new TrainerOptions { EarlyStopping = stopping })["early stopping"]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_number_of_the_data_shows()
    {
        Dataset data = Setup.ForClasses(5, seed: 1), targets = Setup.ForTargets(5, seed: 1);
        Dataset[] all =
        [
            data, targets, Setup.ForClasses(6, seed: 1), data.WithWeights([1, 1, 1, 1, 2]), data.WithWeights([1, 1, 1, 1, 3]),
            Dataset.ForClassification(Changed(data.Inputs), data.Labels!, 3),
            Dataset.ForClassification(data.Inputs, [.. data.Labels!.Take(4), (data.Labels![4] + 1) % 3], 3),
            Dataset.ForClassification(data.Inputs, data.Labels!, 4), Dataset.ForRegression(targets.Inputs, Changed(targets.Targets!)),
        ];
        all.Select(data => Of(new TrainerOptions(), data)["training data"]).Should().OnlyHaveUniqueItems();
        all.Select(data => Of(new TrainerOptions(), validation: data)["validation data"])
            .Append(Of(new TrainerOptions())["validation data"])
            .Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void All_of_the_network_shows()
    {
        Setup setup = new();
        (string Name, Action<Network> Change)[] changes =
        [
            ("frozen blocks", network => network.Freeze(1)),
            ("input standardization", network => network.Standardize(setup.Training)),
            ("target standardization", network => network.StandardizeTargets(Setup.ForTargets(5, seed: 1))),
            ("starting weights", network => network.Parameter("output.bias").Value[2, 0] = 1),
        ];
        foreach ((string name, Action<Network> change) in changes)
        {
            Differences(Of(setup with { Prepare = change }), Of(setup)).Should().Equal(name);
        }

        Differences(Of(setup with { Blocks = builder => builder.WithDropout(0.1f).AddLayer(6).AddResidualBlocks(2) }), Of(setup)).Should()
            .Equal("architecture");
        Network named = ResNet.Network.Create(3).AddOutput(["a", "b"]).Build(),
            other = ResNet.Network.Create(3).AddOutput(["a", "c"]).Build();
        Differences(Of(named, setup.Training), Of(other, setup.Training)).Should().Equal("class names");
    }

    [Fact]
    public void More_values_than_are_hashed_at_once_are_all_hashed()
    {
        Matrix<float> inputs = Matrix<float>.Build.Dense(1 << 10, (1 << 11) + 1);
        string[] texts = [.. new[] { 0, 1 << 10, 1 << 11 }.Select(column =>
        {
            Matrix<float> changed = inputs.Clone();
            changed[5, column] = 1;
            return Of(new TrainerOptions(),
                Dataset.ForRegression(changed, Matrix<float>.Build.Dense(1, inputs.ColumnCount)))["training data"];
        })];
        texts.Should().OnlyHaveUniqueItems();
    }

    private static Matrix<float> Changed(Matrix<float> matrix)
    {
        Matrix<float> copy = matrix.Clone();
        copy[copy.RowCount - 1, copy.ColumnCount - 1] += 1e-6f;
        return copy;
    }

    private static Dictionary<string, string> Of(TrainerOptions options, Dataset? training = null, Dataset? validation = null) =>
        Fingerprint.Of(
            ResNet.Network.Create(4).AddOutput(3).Build(), "start", training ?? Setup.ForClasses(5, seed: 1), validation, options);

    private static Dictionary<string, string> Of(Setup setup) => Of(setup.Network(), setup.Training);

    private static Dictionary<string, string> Of(Network network, Dataset training) =>
        Fingerprint.Of(network, network.ClassNames is null ? Fingerprint.Of(network) : "start", training, null, new TrainerOptions());

    private static IEnumerable<string> Differences(Dictionary<string, string> one, Dictionary<string, string> other)
    {
        one.Keys.Should().Equal(other.Keys);
        return one.Keys.Where(name => one[name] != other[name]);
    }

    private static object Create(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? 3
            : parameter.ParameterType == typeof(float) ? 0.5f : (object)0.5)]);
    }

    private static object Another(object? value, Type type) => value switch
    {
        float => 0.123f,
        double => 0.123,
        bool flag => !flag,
        int => 7,
        ScheduleUnit unit => 1 - unit,
        _ when type == typeof(Metric) => Metric.Accuracy,
        _ => throw new NotSupportedException($"Tell this test of another {type}."),
    };

    private sealed class OwnLoss : Loss
    {
        public override void Check(Dataset data, int outputs, string parameter)
        {
        }

        public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient) => 0;
    }

    private sealed class OwnMetric(bool higherIsBetter) : Metric("own", higherIsBetter)
    {
        public override double Measure(Predictions predictions) => 0;
    }
}
