using System.Diagnostics;
using System.Globalization;

namespace ResNet.Benchmarks.Tables;

/// <summary>The memory of this process that was in use at once.</summary>
internal static class ResidentMemory
{
    private const string Status = "/proc/self/status";
    private const string HighWaterMark = "VmHWM:";

    /// <summary>The most so far, in bytes.</summary>
    public static long Highest()
    {
        if (!File.Exists(Status))
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }

        string line = File.ReadLines(Status).First(line => line.StartsWith(HighWaterMark, StringComparison.Ordinal));
        return 1024 * long.Parse(line[HighWaterMark.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
