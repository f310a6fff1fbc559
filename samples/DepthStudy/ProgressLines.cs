using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>Progress for a file or a pipe: at most one line every ten seconds, and one at the end.</summary>
internal sealed class ProgressLines : IProgress<DepthStudyProgress>
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(10);

    private TimeSpan last;

    public void Report(DepthStudyProgress value)
    {
        if (value.Elapsed - last < pause && value.Done < value.Total) return;
        last = value.Elapsed;
        Terminal.WriteLine(
            $"{value.Done} of about {value.Total} runs, {Clock.Of(value.Elapsed)} elapsed, about {Clock.Of(value.TimeLeft)} left");
    }
}
