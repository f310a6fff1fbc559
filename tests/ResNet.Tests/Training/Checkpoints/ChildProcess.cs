using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ResNet.Tests.Training;

/// <summary>The program ResNet.Fitting as a process of its own, on the runtime that this one runs on.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments)
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory(), host = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string[] all = [Path.Combine(AppContext.BaseDirectory, "ResNet.Fitting.dll"), .. arguments];
        return Process.Start(new ProcessStartInfo(Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", host)), all)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>Runs it to its end, and gives what it has written.</summary>
    public static string[] Run(params string[] arguments)
    {
        using Process child = Start(arguments);
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        child.ExitCode.Should().Be(0, "it says why: {0}", output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
