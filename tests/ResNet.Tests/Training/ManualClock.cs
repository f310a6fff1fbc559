namespace ResNet.Tests.Training;

/// <summary>Time that passes when it is told to, and a little whenever somebody looks.</summary>
internal sealed class ManualClock : TimeProvider
{
    public TimeSpan Now { get; set; }

    public TimeSpan BetweenLooks { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (Now += BetweenLooks).Ticks;
}
