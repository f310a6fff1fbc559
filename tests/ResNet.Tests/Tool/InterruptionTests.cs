using System.Diagnostics;
using System.Runtime.InteropServices;
using ResNet.Tabular;

namespace ResNet.Tests.Tool;

/// <summary>Ctrl+C in a process of its own.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly ToolRun tool = new();
    private Process? training;

    public void Dispose()
    {
        if (training is { HasExited: false }) training.Kill();
        training?.Dispose();
        tool.Dispose();
    }

    [Fact]
    public void The_first_ends_training_and_keeps_the_model()
    {
        if (OperatingSystem.IsWindows()) return;
        Start();
        Interrupt();
        training!.StandardError.ReadToEnd();
        training.StandardOutput.ReadToEnd().Should().Contain("Interrupted after ").And.Contain("saved to ");
        training.WaitForExit();
        training.ExitCode.Should().Be(130);
        TabularModel.Load(tool["m"]).Label.Should().Be("open");
    }

    [Fact]
    public void The_second_ends_the_program_at_once()
    {
        if (OperatingSystem.IsWindows()) return;
        Start("--width", "2048", "--blocks", "4", "--batch", "60"); // a batch takes longer than the second signal
        Interrupt();
        Thread.Sleep(20); // signals that come together count as one
        Interrupt();
        training!.WaitForExit(TimeSpan.FromSeconds(60)).Should().BeTrue();
        training.ExitCode.Should().Be(130);
        training.StandardOutput.ReadToEnd().Should().BeEmpty();
        File.Exists(tool["m"]).Should().BeFalse();
    }

    /// <summary>Starts a training without end, and waits for its first epoch.</summary>
    private void Start(params string[] options)
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "ResNet.Tool.dll"), "train", tool.With("shops.csv", ToolRun.Shops()),
            "--label", "open", "--epochs", "100000000", "--validation", "0", "--save", tool["m"], .. options,
        ];
        training = Process.Start(new ProcessStartInfo(Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet")), all)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string? line = "";
        while (line?.StartsWith("epoch", StringComparison.Ordinal) == false) line = training.StandardError.ReadLine();
        line.Should().StartWith("epoch 1 of 100000000");
    }

    private void Interrupt() => Kill(training!.Id, SignalOfInterruption).Should().Be(0);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    private const int SignalOfInterruption = 2;
}
