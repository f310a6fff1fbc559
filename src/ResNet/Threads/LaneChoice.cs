namespace ResNet;

/// <summary>
/// How many lanes the steps of a fit run on; the bits are the same for any number. It begins with the most. Where lanes lose much
/// of their time waiting, as beside a busy core or where a step is too short to be shared, it tries fewer; and from fewer, more.
/// A number is kept if steps take less time with it; else others are tried, and when none is left, all again after twice the time.
/// </summary>
internal sealed class LaneChoice
{
    /// <summary>The part of all time that trials may take.</summary>
    private const double TrialShare = 0.02;

    /// <summary>The part of lanes' time that they may wait before fewer are tried.</summary>
    private const double FreeWaiting = 0.1;

    /// <summary>The part of a step's time that another number must save, which noise does not easily reach.</summary>
    private const double Gain = 0.03;

    /// <summary>Steps that take so many times what they took at the last trial have other neighbours than then.</summary>
    private const double Change = 1.5;

    private static readonly TimeSpan shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(32);

    private readonly int most;
    private StepTimes kept = new();
    private StepTimes tried = new();
    private int lanes;
    private int trial; // the number that is being tried; 0 between trials
    private int stride = 1;
    private bool goesDown = true;
    private double timeAtTrial = double.PositiveInfinity;
    private TimeSpan pause = shortestPause;
    private TimeSpan paused;
    private TimeSpan inTrials;
    private TimeSpan total;

    /// <summary>A choice of one lane up to that many.</summary>
    public LaneChoice(int most) => lanes = this.most = most;

    /// <summary>The number for the next step.</summary>
    public int Lanes => trial > 0 ? trial : lanes;

    /// <summary>Takes note of a step.</summary>
    /// <param name="time">how long it took</param>
    /// <param name="waited">how long lanes waited for one another in it, all together</param>
    public void Note(TimeSpan time, TimeSpan waited)
    {
        if (most == 1) return;
        total += time;
        if (trial == 0)
        {
            paused += time;
            if (kept.Add(time, waited)) Consider();
        }
        else
        {
            inTrials += time;
            if (tried.Add(time, waited)) Judge();
        }
    }

    /// <summary>Begins a trial if it is time and there is a number to try.</summary>
    private void Consider()
    {
        if (lanes > 1 && kept.Median > Change * timeAtTrial) BeginAnew();
        if (kept.Count < StepTimes.Most || paused < pause || inTrials > TrialShare * total) return;

        bool mayGoDown = lanes > 1 && kept.LanesWaiting > FreeWaiting * lanes, mayGoUp = lanes < most;
        if (goesDown ? !mayGoDown : !mayGoUp) (goesDown, stride) = (!goesDown, 1);
        if (goesDown ? !mayGoDown : !mayGoUp) return;
        trial = Math.Clamp(goesDown ? lanes - stride : lanes + stride, 1, most);
    }

    /// <summary>
    /// Ends the trial as soon as it is certain whether the median of its stretches will be less, or it has taken its time.
    /// </summary>
    private void Judge()
    {
        int faster = tried.Below((1 - Gain) * kept.Median), slower = tried.Count - faster;
        if (Math.Max(faster, slower) <= StepTimes.Most / 2 && tried.Time < kept.Time) return;
        if (faster > slower) Keep();
        else Return();
        tried.Clear();
        (trial, paused, timeAtTrial) = (0, TimeSpan.Zero, kept.Median);
    }

    private void BeginAnew()
    {
        kept.Clear();
        (pause, timeAtTrial) = (shortestPause, double.PositiveInfinity);
    }

    private void Keep()
    {
        (lanes, kept, tried) = (trial, tried, kept);
        (stride, pause) = (1, shortestPause);
    }

    /// <summary>From that many lanes the next stride is twice as long; the last one leads to the most lanes or to one.</summary>
    private void Return()
    {
        stride *= 2;
        if (trial > 1 && trial < most) return;
        (goesDown, stride) = (!goesDown, 1);
        pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, longestPause.Ticks));
    }
}
