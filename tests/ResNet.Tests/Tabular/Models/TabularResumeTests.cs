using System.Diagnostics;
using System.Globalization;
using ResNet.Fitting;
using ResNet.Tabular;
using ResNet.Tests.Training;

namespace ResNet.Tests.Tabular;

/// <summary>A fit to a table that was stopped comes to the same bits as one that was not.</summary>
public sealed class TabularResumeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Checkpoints => Path.Combine(folder, "checkpoints");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(57)]
    public void After_it_was_cancelled(int steps)
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelAfter(steps, cancellation);
        TabularModel stopped =
            TabularModel.Fit(SmallTable.Rows, "y", SmallTable.Options(Checkpoints), progress, cancellation.Token);
        TabularModel resumed = TabularModel.Resume(SmallTable.Rows, "y", SmallTable.Options(Checkpoints));

        stopped.History!.StopReason.Should().Be(StopReason.Cancelled);
        Bytes(resumed).Should().Equal(Bytes(TabularModel.Fit(SmallTable.Rows, "y", SmallTable.Options(folder: null))));
    }

    [Fact]
    public void After_it_was_killed()
    {
        string saved = Path.Combine(folder, "saved.safetensors");
        foreach (int reports in (int[])[3, 40, 90])
        {
            string pause = (reports + 10).ToString(CultureInfo.InvariantCulture);
            using Process child = ChildProcess.Start("fit-table", Checkpoints, pause, saved);
            for (int i = 0; i < reports; i++) child.StandardOutput.ReadLine().Should().Be("step");
            child.Kill();
            child.WaitForExit();
            File.Exists(saved).Should().BeFalse();
        }

        ChildProcess.Run("fit-table", Checkpoints, int.MaxValue.ToString(CultureInfo.InvariantCulture), saved);
        File.ReadAllBytes(saved).Should()
            .Equal(Bytes(TabularModel.Fit(SmallTable.Rows, "y", SmallTable.Options(folder: null))));
    }

    [Fact]
    public void Only_the_same_fit_is_continued()
    {
        TabularModel.Fit(SmallTable.Rows, "y", SmallTable.Options(Checkpoints));
        Table other = SmallTable.Rows.Rows([.. Enumerable.Range(0, 180)]);

        FluentActions.Invoking(() => TabularModel.Resume(other, "y", SmallTable.Options(Checkpoints))).Should()
            .Throw<InvalidDataException>();
        FluentActions.Invoking(() => TabularModel.Resume(SmallTable.Rows, "y", SmallTable.Options(Checkpoints) with { Balanced = false }))
            .Should().Throw<InvalidDataException>();
        FluentActions.Invoking(() => TabularModel.Resume(SmallTable.Rows, "y", SmallTable.Options(folder: null))).Should()
            .ThrowExactly<InvalidOperationException>();
    }

    private static byte[] Bytes(TabularModel model)
    {
        using var file = new MemoryStream();
        model.Save(file);
        return file.ToArray();
    }

    private sealed class CancelAfter(int steps, CancellationTokenSource cancellation) : IProgress<TrainingProgress>
    {
        private int reports;

        public void Report(TrainingProgress value)
        {
            if (++reports == steps) cancellation.Cancel();
        }
    }
}
