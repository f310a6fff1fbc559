using ResNet.Tests.Kernels;

namespace ResNet.Tests.Training;

/// <summary>A fit that is gone on with comes to the same bits as one that was never stopped.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly TimeSpan rarely = TimeSpan.FromDays(1);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Names => Setups.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void From_every_step_a_fit_comes_to_the_same_bits(string name)
    {
        Setup setup = Setups.Named(name);
        (Network whole, TrainingHistory history) = Fitted(setup, checkpoints: null);
        (Network observed, _) = Fitted(setup, EveryStep);
        Bits.Of(observed).Should().Equal(Bits.Of(whole), "writing checkpoints changes nothing");

        string[] files = Files(EveryStep);
        files.Should().HaveCount(1 + history.Epochs.Count * 3, "one at the start and one after each step");
        foreach (string file in files)
        {
            (Network network, _, TrainingHistory resumed) = Resumed(setup, file);
            Bits.Of(network).Should().Equal(Bits.Of(whole), "so it is from {0}", file);
            Text(resumed).Should().Be(Text(history), "so it is from {0}", file);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trainer_that_has_resumed_fits_again_as_if_it_had_done_all_itself(string name)
    {
        Setup setup = Setups.Named(name);
        Network whole = setup.Network();
        var trainer = new Trainer(whole, setup.With(EveryStep));
        trainer.Fit(setup.Training, setup.Validation);
        string[] ofFirst = Files(EveryStep);
        string history = Text(trainer.Fit(setup.Training, setup.Validation));
        string[] ofSecond = Files(EveryStep)[ofFirst.Length..];

        (Network network, Trainer resumedTrainer, _) = Resumed(setup, ofFirst[4]);
        Text(resumedTrainer.Fit(setup.Training, setup.Validation)).Should().Be(history);
        Bits.Of(network).Should().Equal(Bits.Of(whole), "it has the memory of the first fit");

        (network, _, TrainingHistory resumed) = Resumed(setup, ofSecond[4]);
        Text(resumed).Should().Be(history);
        Bits.Of(network).Should().Equal(Bits.Of(whole), "a second fit can be gone on with too");
    }

    [Fact]
    public void Without_a_checkpoint_it_fits_from_the_start()
    {
        Setup setup = new();
        Network network = setup.Network();
        Text(new Trainer(network, setup.With(EveryStep)).Resume(setup.Training)).Should()
            .Be(Text(Fitted(setup, checkpoints: null).History));
        Bits.Of(network).Should().Equal(Bits.Of(Fitted(setup, checkpoints: null).Network));
    }

    [Theory]
    [InlineData("the defaults", true)]
    [InlineData("the defaults", false)]
    [InlineData("early stopping that gives back an earlier epoch", true)]
    [InlineData("early stopping that gives back an earlier epoch", false)]
    public void A_cancelled_fit_goes_on_with_the_same_trainer_or_another(string name, bool same)
    {
        Setup setup = Setups.Named(name);
        Network network = setup.Network();
        var trainer = new Trainer(network, setup.With(Rarely));
        foreach (int epoch in new[] { 1, 2, 3 })
        {
            using CancellationTokenSource source = new();
            var progress = new Reports<TrainingProgress>(report =>
            {
                if (report is { Batch: 2 } && report.Epoch == epoch) source.Cancel();
            });
            trainer.Resume(setup.Training, setup.Validation, progress, source.Token).StopReason.Should().Be(StopReason.Cancelled);
            if (same) continue;
            network = setup.Network();
            trainer = new Trainer(network, setup.With(Rarely));
        }

        (Network whole, TrainingHistory history) = Fitted(setup, checkpoints: null);
        Text(trainer.Resume(setup.Training, setup.Validation)).Should().Be(Text(history));
        Bits.Of(network).Should().Equal(Bits.Of(whole));
    }

    [Fact]
    public void A_fit_that_was_done_gives_its_result_again_and_writes_nothing()
    {
        Setup setup = Setups.Named("early stopping that ends the fit");
        (Network whole, TrainingHistory history) = Fitted(setup, Rarely);
        history.StopReason.Should().Be(StopReason.EarlyStopping);
        DateTime written = File.GetLastWriteTimeUtc(Files(Rarely)[^1]);
        Network network = setup.Network();
        int reports = 0;
        TrainingHistory again = new Trainer(network, setup.With(Rarely)).Resume(
            setup.Training, setup.Validation, new Reports<TrainingProgress>(_ => reports++));
        Text(again).Should().Be(Text(history));
        again.Epochs.Select(epoch => epoch.Duration).Should().Equal(history.Epochs.Select(epoch => epoch.Duration));
        Bits.Of(network).Should().Equal(Bits.Of(whole));
        reports.Should().Be(0);
        File.GetLastWriteTimeUtc(Files(Rarely)[^1]).Should().Be(written);
    }

    [Fact]
    public void A_time_limit_counts_the_time_spent_before()
    {
        Setup setup = new();
        var spent = TimeSpan.FromMilliseconds(200);
        using CancellationTokenSource source = new();
        var progress = new Reports<TrainingProgress>(_ =>
        {
            Thread.Sleep(spent);
            source.Cancel();
        });
        Network cancelled = setup.Network(), network = setup.Network();
        new Trainer(cancelled, setup.With(Rarely)).Fit(setup.Training, progress: progress, cancellation: source.Token);

        TrainingHistory history = new Trainer(network, new() { BatchSize = 8, Epochs = 3, Checkpoints = Rarely, TimeLimit = spent })
            .Resume(setup.Training);
        history.StopReason.Should().Be(StopReason.TimeLimit);
        history.Duration.Should().BeGreaterThan(spent);
        Bits.Of(network).Should().Equal(Bits.Of(cancelled));
    }

    [Fact]
    public void A_fit_that_diverges_leaves_its_last_sound_checkpoint_and_diverges_again_from_there()
    {
        Setup setup = new()
        {
            With = checkpoints =>
                new() { BatchSize = 8, Epochs = 3, Checkpoints = checkpoints, Schedule = new HugeFifthStep(), Optimizer = new Sgd(0.01f) },
        };
        (Network whole, TrainingHistory history) = Fitted(setup, EveryStep);
        history.Divergence!.Epoch.Should().Be(2);
        history.Divergence.Batch.Should().Be(3, "the fifth step breaks the network, which the sixth finds");
        string[] files = Files(EveryStep);
        files.Should().HaveCount(5, "one at the start and four sound ones");
        foreach (string file in files)
        {
            (Network network, _, TrainingHistory resumed) = Resumed(setup, file);
            Text(resumed).Should().Be(Text(history));
            Bits.Of(network).Should().Equal(Bits.Of(whole));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Steps_between_checkpoints_allocate_nothing(bool hasCheckpoints)
    {
        Network network = new Setup().Network();
        long[] allocated = new long[100];
        var progress = new Reports<TrainingProgress>(report => allocated[report.Batch] = GC.GetAllocatedBytesForCurrentThread());
        new Trainer(network, new() { BatchSize = 2, Epochs = 2, Threads = 1, Checkpoints = hasCheckpoints ? Rarely : null })
            .Fit(Setup.ForClasses(190, seed: 1), progress: progress);
        (allocated[90] - allocated[10]).Should().Be(0);
    }

    private Checkpoints EveryStep => new(Path.Combine(folder, "every step")) { EverySteps = 1, Keep = 1000 };

    private Checkpoints Rarely => new(Path.Combine(folder, "rarely")) { Every = rarely };

    private static string[] Files(Checkpoints checkpoints) => [.. Directory.GetFiles(checkpoints.Folder).Order()];

    private static (Network Network, TrainingHistory History) Fitted(Setup setup, Checkpoints? checkpoints)
    {
        Network network = setup.Network();
        return (network, new Trainer(network, setup.With(checkpoints)).Fit(setup.Training, setup.Validation));
    }

    /// <summary>A new trainer goes on from a checkpoint that is alone in its folder.</summary>
    private (Network Network, Trainer Trainer, TrainingHistory History) Resumed(Setup setup, string file)
    {
        var alone = new Checkpoints(Path.Combine(folder, "alone")) { Every = rarely };
        if (Directory.Exists(alone.Folder)) Directory.Delete(alone.Folder, recursive: true);
        Directory.CreateDirectory(alone.Folder);
        File.Copy(file, Path.Combine(alone.Folder, Path.GetFileName(file)));
        Network network = setup.Network();
        var trainer = new Trainer(network, setup.With(alone));
        return (network, trainer, trainer.Resume(setup.Training, setup.Validation));
    }

    /// <summary>All of a history but the times, to the last bit.</summary>
    private static string Text(TrainingHistory history) => FormattableString.Invariant(
        $"{history.StopReason}, best {history.BestEpoch}, {history.Divergence}\n{string.Join('\n', history.Epochs.Select(Text))}");

    private static string Text(EpochResult epoch) => FormattableString.Invariant(
        $"{epoch.Epoch}: {epoch.Loss} {epoch.ErrorRate} {Text(epoch.Metrics)} {epoch.LearningRate}; {Text(epoch.Validation)}");

    private static string Text(Evaluation? validation) =>
        FormattableString.Invariant($"{validation?.Loss} {validation?.ErrorRate} {Text(validation?.Metrics)}");

    private static string Text(IReadOnlyDictionary<string, double>? metrics) =>
        string.Join(", ",
            (metrics ?? new Dictionary<string, double>()).Select(metric => FormattableString.Invariant($"{metric.Key} {metric.Value}")));

    /// <summary>A rate beyond the largest number.</summary>
    private sealed class HugeFifthStep : Schedule
    {
        public override double Factor(in TrainingTime time) => time.Step == 4 ? 1e300 : 1;
    }
}
