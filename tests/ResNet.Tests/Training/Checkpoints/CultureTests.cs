using System.Globalization;
using ResNet.Tests.Kernels;

namespace ResNet.Tests.Training;

/// <summary>A checkpoint of one culture is a checkpoint of any other, whatever a user's own objects say of themselves.</summary>
public sealed class CultureTests : IDisposable
{
    private static readonly Setup setup = new() { Validation = Setup.ForClasses(5, seed: 2), With = Options };

    private static readonly OwnMetric own = new();

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Names => [.. Cultures.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_users_own_objects_are_compared_by_the_same_text(string culture) =>
        Cultures.Under(culture, Of).Should().Equal(Cultures.Under("", Of));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_shows_their_settings_as_the_invariant_culture_writes_them(string culture) =>
        Cultures.Under(culture, Of)["loss"].Should()
            .Be("own -0.5, 1E-06, Infinity, 01/31/2026, I in Invariant Language (Invariant Country)");

    [Fact]
    public void A_fit_that_was_stopped_under_one_culture_is_gone_on_with_under_another()
    {
        Network whole = setup.Network(), network = setup.Network();
        new Trainer(whole, setup.With(null)).Fit(setup.Training, setup.Validation);
        using CancellationTokenSource source = new();
        var progress = new Reports<TrainingProgress>(report =>
        {
            if (report is { Epoch: 2, Batch: 2 }) source.Cancel();
        });
        var checkpoints = new Checkpoints(folder);
        var trainer = new Trainer(network, setup.With(checkpoints));
        Cultures.Under("fa-IR", () => trainer.Fit(setup.Training, setup.Validation, progress, source.Token))
            .StopReason.Should().Be(StopReason.Cancelled);

        network = setup.Network();
        Cultures.Under("de-DE", () => new Trainer(network, setup.With(checkpoints)).Resume(setup.Training, setup.Validation))
            .StopReason.Should().Be(StopReason.Completed);
        Bits.Of(network).Should().Equal(Bits.Of(whole));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_callers_culture_and_language_stay_as_they_were(bool breaks)
    {
        CultureInfo german = new("de-DE"), turkish = new("tr-TR");
        (CultureInfo, CultureInfo) after = Cultures.Under("", () =>
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (german, turkish);
            var options = new TrainerOptions { Schedule = breaks ? new Speechless() : Schedule.Constant };
            var act = () => Fingerprint.Of(setup.Network(), "start", setup.Training, null, options);
            if (breaks) act.Should().Throw<NotSupportedException>(); else act();
            return (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        });
        after.Should().Be((german, turkish));
    }

    private static Dictionary<string, string> Of() =>
        Fingerprint.Of(setup.Network(), "start", setup.Training, setup.Validation, Options(null));

    private static TrainerOptions Options(Checkpoints? checkpoints) => new()
    {
        BatchSize = 8,
        Epochs = 3,
        Checkpoints = checkpoints,
        Loss = new OwnLoss(),
        Optimizer = new OwnOptimizer(),
        Metrics = [own, Metric.Accuracy],
        EarlyStopping = new EarlyStopping { Metric = own, MinimumImprovement = 0.25 },
        Schedule = new ReduceOnPlateauSchedule { Metric = own, Reduction = 0.25 }.WithWarmup(1, ScheduleUnit.Step),
    };

    /// <summary>What depends on a culture: signs, marks, symbols, dates, letters, and on a language: words.</summary>
    private static string Settings =>
        $"own {-0.5}, {1e-6}, {double.PositiveInfinity}, {new DateTime(2026, 1, 31):d}, " +
        $"{"i".ToUpper(CultureInfo.CurrentCulture)} in {CultureInfo.CurrentUICulture.EnglishName}";

    private sealed class OwnLoss : Loss
    {
        public override void Check(Dataset data, int outputs, string parameter)
        {
        }

        public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient) =>
            SoftmaxCrossEntropy.OfSample(z, target, gradient);

        public override string ToString() => Settings;
    }

    private sealed class OwnOptimizer() : Optimizer(0.5f)
    {
        protected internal override int Moments => 0;

        public override string ToString() => Settings;

        protected internal override void Update(
            Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, OptimizerStep current)
        {
            for (int i = 0; i < values.Length; i++) values[i] -= current.Rate * gradients[i];
        }
    }

    private sealed class OwnMetric() : Metric("own", higherIsBetter: true)
    {
        public override double Measure(Predictions predictions) => Accuracy.Measure(predictions);

        public override string ToString() => Settings;
    }

    private sealed class Speechless : Schedule
    {
        public override double Factor(in TrainingTime time) => 1;

        public override string ToString() => throw new NotSupportedException();
    }
}
