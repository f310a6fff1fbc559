namespace ResNet.Tests.Threads;

/// <summary>Steps that take as long as a formula says, on as many lanes as a choice wants.</summary>
internal sealed class PlayedMachine(int most)
{
    private readonly LaneChoice choice = new(most);
    private readonly Dictionary<int, double> seconds = [];
    private double sinceOther;

    /// <summary>The milliseconds of a step on so many lanes.</summary>
    public required Func<int, double> StepTime { get; set; }

    /// <summary>The part of their time that so many lanes wait.</summary>
    public required Func<int, double> Waiting { get; set; }

    /// <summary>The number of lanes that the next step takes.</summary>
    public int Lanes => choice.Lanes;

    /// <summary>Every number of lanes that there was.</summary>
    public IEnumerable<int> Counts => seconds.Keys;

    /// <summary>The seconds on the most lanes before each time that it was another number.</summary>
    public List<double> Pauses { get; } = [];

    public double SecondsOn(int lanes) => seconds[lanes];

    public void Play(double seconds)
    {
        double milliseconds = 0;
        while (milliseconds < 1000 * seconds) milliseconds += Step();
    }

    private double Step()
    {
        int lanes = choice.Lanes;
        double time = StepTime(lanes);
        if (lanes == most) sinceOther += time / 1000;
        else if (sinceOther > 0)
        {
            Pauses.Add(sinceOther);
            sinceOther = 0;
        }

        seconds[lanes] = seconds.GetValueOrDefault(lanes) + time / 1000;
        choice.Note(TimeSpan.FromMilliseconds(time), TimeSpan.FromMilliseconds(time * lanes * Waiting(lanes)));
        return time;
    }
}
