namespace ResNet.Fitting;

/// <summary>Says each report of a fit, and after so many holds the fit up until whoever has started it is gone.</summary>
internal sealed class Pause(int after) : IProgress<TrainingProgress>
{
    private int reports;

    public void Report(TrainingProgress value)
    {
        Console.WriteLine("step");
        if (++reports < after) return;
        Console.In.Read();
        Environment.Exit(1);
    }
}
