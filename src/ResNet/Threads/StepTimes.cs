namespace ResNet;

/// <summary>
/// What steps took lately: the latest stretches of steps, each longer than a system lets one program have a core. Single steps
/// would not show what their mean loses to other programs.
/// </summary>
internal sealed class StepTimes
{
    /// <summary>Stretches that are remembered.</summary>
    public const int Most = 5;

    private static readonly TimeSpan leastStretch = TimeSpan.FromMilliseconds(5);

    private readonly Stretch[] stretches = new Stretch[Most];
    private readonly double[] sorted = new double[Most];
    private Stretch current;
    private int ended;

    /// <summary>Stretches so far, or as many as are remembered.</summary>
    public int Count => Math.Min(ended, Most);

    /// <summary>How long those stretches took.</summary>
    public TimeSpan Time => new(Sum().Time);

    /// <summary>What a step took, in ticks: the median of the stretches.</summary>
    public double Median
    {
        get
        {
            Span<double> times = sorted.AsSpan(0, Count);
            for (int i = 0; i < times.Length; i++) times[i] = stretches[i].StepTime;
            times.Sort();
            return times[times.Length / 2];
        }
    }

    /// <summary>For how many lanes' whole time lanes waited, on the mean.</summary>
    public double LanesWaiting => (double)Sum().Waited / Sum().Time;

    /// <summary>How many of the stretches took less than so many ticks a step.</summary>
    public int Below(double stepTime)
    {
        int below = 0;
        for (int i = 0; i < Count; i++)
        {
            if (stretches[i].StepTime < stepTime) below++;
        }

        return below;
    }

    /// <summary>Adds a step; tells whether a stretch ends with it.</summary>
    public bool Add(TimeSpan time, TimeSpan waited)
    {
        current = current.And(new Stretch(1, time.Ticks, waited.Ticks));
        if (current.Time < leastStretch.Ticks) return false;
        stretches[ended++ % Most] = current;
        current = default;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(stretches);
        (current, ended) = (default, 0);
    }

    private Stretch Sum()
    {
        Stretch sum = default;
        foreach (Stretch stretch in stretches) sum = sum.And(stretch);
        return sum;
    }

    private readonly record struct Stretch(int Steps, long Time, long Waited)
    {
        public double StepTime => (double)Time / Steps;

        public Stretch And(Stretch other) => new(Steps + other.Steps, Time + other.Time, Waited + other.Waited);
    }
}
