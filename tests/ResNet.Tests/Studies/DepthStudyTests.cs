using MathNet.Numerics.LinearAlgebra;
using ResNet.Studies;

namespace ResNet.Tests.Studies;

public class DepthStudyTests
{
    private static readonly DepthStudyOptions tiny = new()
    {
        Depths = [2, 6],
        Width = 8,
        Epochs = 2,
        BatchSize = 8,
        LearningRates = [0.1f, 0.01f],
        Threads = 1,
    };

    [Fact]
    public void Every_kind_depth_and_initialization_is_run_with_all_seeds_at_its_rate_in_that_order()
    {
        DepthStudyResult result = new DepthStudy(tiny).Run(TwoClusters());

        result.WasCancelled.Should().BeFalse();
        result.Points.Should().OnlyContain(point => point.IsComplete && point.Seeds == 3);
        result.PlannedRuns.Should().Be(result.Runs.Count);
        result.Points.Sum(point => point.Tried).Should().Be(result.Runs.Count);
        result.Runs.Should().OnlyHaveUniqueItems(run => Setting(run));
        result.Runs.Select(run => (run.Kind, run.Depth, run.Initialization, -run.LearningRate, run.Seed)).Should().BeInAscendingOrder();
        result.Runs.Select(run => (run.Kind, run.Depth, run.Initialization)).Distinct()
            .Should().HaveCount(2 * 2 + 2, "plain networks try two initializations");
        result.Points.Select(point => (point.Kind, point.Depth)).Should().Equal(
            (NetworkKind.Plain, 2), (NetworkKind.Plain, 6), (NetworkKind.Residual, 2), (NetworkKind.Residual, 6));
    }

    [Fact]
    public void Twins_of_depth_two_are_the_same_network()
    {
        DepthStudyResult result = new DepthStudy(tiny).Run(TwoClusters());

        Losses(NetworkKind.Plain).Should().Equal(Losses(NetworkKind.Residual));

        IEnumerable<double> Losses(NetworkKind kind) => result.Runs
            .Where(run => run.Kind == kind && run.Depth == 2 && run.Initialization == Initialization.He)
            .Select(run => run.TrainingLoss);
    }

    [Fact]
    public void The_error_is_the_one_on_the_training_data_after_the_last_epoch()
    {
        Dataset data = TwoClusters();
        DepthStudyRun run = new DepthStudy(tiny).Run(data).Runs.First(run => run is { Kind: NetworkKind.Residual, Depth: 6, Seed: 2 });

        Network network = Network.Create(2).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 2);
        var trainer = new Trainer(network, new TrainerOptions
        {
            Schedule = Schedule.Constant,
            Optimizer = new Sgd(run.LearningRate) { Momentum = 0.9f },
            BatchSize = 8,
            Epochs = 2,
            Seed = 2,
        });
        trainer.Fit(data);
        trainer.Evaluate(data).Should().Be(new Evaluation(run.TrainingLoss, run.TrainingError));
    }

    [Fact]
    public void No_chosen_rate_is_at_the_edge_of_the_default_grid()
    {
        DepthStudyOptions options = new() { Depths = [2, 8, 32], Width = 8, Epochs = 5, BatchSize = 8 };

        new DepthStudy(options).Run(TwoClusters()).Points.Should().OnlyContain(point => !point.IsRateAtEdge);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void One_thread_and_several_give_the_same_bits_in_the_same_order(int threads)
    {
        DepthStudyOptions several = new()
        {
            Depths = tiny.Depths,
            Width = tiny.Width,
            Epochs = tiny.Epochs,
            BatchSize = tiny.BatchSize,
            LearningRates = tiny.LearningRates,
            Threads = threads,
        };

        new DepthStudy(several).Run(TwoClusters()).Runs.Select(WithoutTime)
            .Should().Equal(new DepthStudy(tiny).Run(TwoClusters()).Runs.Select(WithoutTime));

        static DepthStudyRun WithoutTime(DepthStudyRun run) => run with { Duration = TimeSpan.Zero };
    }

    [Fact]
    public void A_cancelled_study_returns_what_is_there()
    {
        using var stop = new CancellationTokenSource();
        var afterFive = new Reports(report =>
        {
            if (report.Done == 5) stop.Cancel();
        });
        DepthStudyResult result = new DepthStudy(tiny).Run(TwoClusters(), afterFive, stop.Token);

        result.WasCancelled.Should().BeTrue();
        result.Runs.Should().HaveCount(5).And.OnlyContain(run => run.Depth == 6, "the deepest are trained first");
        result.Points.Should().ContainSingle().Which.Should().Match<DepthStudyPoint>(point => point.Tried == 5 && !point.IsComplete);
    }

    [Fact]
    public void A_cancelled_study_ends_though_some_of_its_threads_wait_for_the_runs_of_others()
    {
        using var stop = new CancellationTokenSource();
        DepthStudyOptions lone = new() { Depths = [6], Kinds = [NetworkKind.Residual], Width = 8, Epochs = 2, Threads = 4 };

        DepthStudyResult result = new DepthStudy(lone).Run(TwoClusters(), new Reports(_ => stop.Cancel()), stop.Token);

        result.WasCancelled.Should().BeTrue();
        result.Runs.Should().ContainSingle();
    }

    [Fact]
    public void A_study_cancelled_before_it_begins_is_empty()
    {
        DepthStudyResult result = new DepthStudy(tiny).Run(TwoClusters(), cancellation: new CancellationToken(canceled: true));

        result.Runs.Should().BeEmpty();
        result.Points.Should().BeEmpty();
    }

    [Fact]
    public void Progress_counts_the_runs_and_ends_with_no_time_left()
    {
        List<DepthStudyProgress> reports = [];
        DepthStudyResult result = new DepthStudy(tiny).Run(TwoClusters(), new Reports(reports.Add));

        reports.Select(report => report.Done).Should().Equal(Enumerable.Range(1, result.PlannedRuns));
        reports[..^1].Should().OnlyContain(report => report.Total > report.Done && report.TimeLeft > TimeSpan.Zero);
        reports[^1].Total.Should().Be(result.PlannedRuns);
        reports[^1].TimeLeft.Should().Be(TimeSpan.Zero);
        reports.Select(report => report.Run).Should().BeEquivalentTo(result.Runs);
    }

    [Fact]
    public void A_run_that_diverges_counts_as_all_wrong_and_says_so()
    {
        DepthStudyOptions wild = new() { Depths = [6], Kinds = [NetworkKind.Residual], Width = 8, Epochs = 20, LearningRates = [1e20f] };
        DepthStudyResult result = new DepthStudy(wild).Run(TwoClusters());

        result.Runs.Should().OnlyContain(run =>
            run.Status == RunStatus.Diverged && run.TrainingError == 1 && run.TrainingLoss == double.PositiveInfinity);
        result.Points[0].Diverged.Should().Be(3);
    }

    [Fact]
    public void A_network_whose_output_ignores_the_sample_is_dead()
    {
        // without noise in the inputs there is nothing that the output could depend on
        Dataset same = Dataset.ForClassification(Matrix<float>.Build.Dense(2, 8, 1), [0, 1, 0, 1, 0, 1, 0, 1], 2);
        DepthStudyOptions brief = new() { Depths = [4], Kinds = [NetworkKind.Plain], Width = 4, Epochs = 1, LearningRates = [0.01f] };
        DepthStudyResult result = new DepthStudy(brief).Run(same);

        result.Runs.Should().OnlyContain(run => run.Status == RunStatus.Dead);
        result.Points[0].Dead.Should().Be(3);
    }

    [Theory]
    [InlineData(BlockOrder.PreActivation, Normalization.None)]
    [InlineData(BlockOrder.PostActivation, Normalization.Batch)]
    [InlineData(BlockOrder.PreActivation, Normalization.Layer)]
    public void Order_and_normalization_apply(BlockOrder order, Normalization normalization)
    {
        Network network = new PlannedRun(NetworkKind.Residual, 6, Initialization.He, 0.01f, 1)
            .Build(TwoClusters(), new DepthStudyOptions { Order = order, Normalization = normalization });

        network.Depth.Should().Be(6);
        network.Blocks.Should().OnlyContain(block => block.Layers[0].Normalization == normalization);
        network.Blocks.OfType<ResidualBlock>().Should().HaveCount(2).And.OnlyContain(block => block.Order == order);
    }

    [Fact]
    public void A_failure_in_a_run_reaches_the_caller()
    {
        DepthStudyOptions tooSmall = new() { Depths = [4], Width = 4, BatchSize = 1, Normalization = Normalization.Batch, Threads = 2 };

        FluentActions.Invoking(() => new DepthStudy(tooSmall).Run(TwoClusters()))
            .Should().Throw<ArgumentException>().WithMessage("Batch normalization needs at least 2 samples*");
    }

    [Fact]
    public void Data_without_classes_is_refused()
    {
        Dataset regression = Dataset.ForRegression(Matrix<float>.Build.Dense(2, 4, 1), Matrix<float>.Build.Dense(1, 4, 1));

        FluentActions.Invoking(() => new DepthStudy(tiny).Run(regression))
            .Should().Throw<ArgumentException>().WithMessage("A depth study needs data with classes*");
    }

    private static (NetworkKind, int, Initialization, float, int) Setting(DepthStudyRun run) =>
        (run.Kind, run.Depth, run.Initialization, run.LearningRate, run.Seed);

    private static Dataset TwoClusters()
    {
        var random = new Random(1);
        float[][] rows = [.. Enumerable.Range(0, 40).Select(i => new[] { (i % 2) + random.NextSingle(), random.NextSingle() })];
        return Dataset.ForClassification(rows, [.. Enumerable.Range(0, 40).Select(i => i % 2)], 2);
    }

    private sealed class Reports(Action<DepthStudyProgress> told) : IProgress<DepthStudyProgress>
    {
        public void Report(DepthStudyProgress value) => told(value);
    }
}
