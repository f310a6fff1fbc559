using System.Diagnostics;
using System.Globalization;
using ResNet.Fitting;
using Xunit.Abstractions;

namespace ResNet.Tests.Training;

/// <summary>A fit in a process of its own, killed again and again.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;

    /// <summary>Reports after which a kill comes, and further ones at which the process waits for it: of 400 at most 320 are used
    /// up.</summary>
    private const int MostReports = 6;
    private const int Grace = 10;

    /// <summary>As long as a few checkpoints take.</summary>
    private const int MostMilliseconds = 40;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Checkpoints => Path.Combine(folder, "checkpoints");

    private string Saved => Path.Combine(folder, "saved.safetensors");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_fit_that_is_killed_twenty_times_comes_to_the_same_bits()
    {
        int seed = Random.Shared.Next(), leftovers = 0, kept = 0;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int kill = 0; kill < Kills; kill++)
        {
            KillAfter(random.Next(1, MostReports + 1), TimeSpan.FromMilliseconds(MostMilliseconds * random.NextDouble()));
            File.Exists(Saved).Should().BeFalse("kill {0} came before the end", kill);
            leftovers += Directory.GetFiles(Checkpoints, ".*.tmp").Length;
            kept += ShouldBeReadable();
        }

        output.WriteLine($"{Kills} kills, {leftovers} of them within a write; {kept} checkpoints read after them");
        ChildProcess.Run("fit", Checkpoints, int.MaxValue.ToString(CultureInfo.InvariantCulture), Saved);

        Network network = SmallFit.Network();
        new Trainer(network, SmallFit.Options(folder: null)).Fit(SmallFit.Training, SmallFit.Validation);
        string uninterrupted = Path.Combine(folder, "uninterrupted.safetensors");
        network.Save(uninterrupted);
        File.ReadAllBytes(Saved).Should().Equal(File.ReadAllBytes(uninterrupted));
        Directory.GetFiles(Checkpoints).Select(Path.GetFileName).Should().HaveCount(2)
            .And.OnlyContain(name => name!.StartsWith("checkpoint-", StringComparison.Ordinal));
    }

    private void KillAfter(int reports, TimeSpan delay)
    {
        using Process child = ChildProcess.Start("fit", Checkpoints, (reports + Grace).ToString(CultureInfo.InvariantCulture), Saved);
        for (int i = 0; i < reports; i++) child.StandardOutput.ReadLine().Should().Be("step");
        Thread.Sleep(delay);
        child.HasExited.Should().BeFalse();
        child.Kill();
        child.WaitForExit();
    }

    /// <summary>Every checkpoint can be gone on from: those that are kept, and what the kill has kept from being deleted.</summary>
    private int ShouldBeReadable()
    {
        string[] paths = Directory.GetFiles(Checkpoints, "checkpoint-*");
        paths.Should().NotBeEmpty();
        foreach (string path in paths)
        {
            using FileStream file = File.OpenRead(path);
            TrainingLoops.Of(SmallFit.Network(), SmallFit.Options(folder: null), SmallFit.Training, SmallFit.Validation).Resume(file);
        }

        return paths.Length;
    }
}
