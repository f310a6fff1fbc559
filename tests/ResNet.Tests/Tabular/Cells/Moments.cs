using FsCheck;
using FsCheck.Fluent;

namespace ResNet.Tests.Tabular.Cells;

/// <summary>Random moments of the years that dates may have.</summary>
internal static class Moments
{
    public static Arbitrary<DateTime> Any { get; } = Arb.From(
        from day in Gen.Choose(0, DateOnly.MaxValue.DayNumber)
        from second in Gen.Choose(0, 86_399)
        from tick in Gen.Choose(0, (int)TimeSpan.TicksPerSecond - 1)
        select new DateTime(day * TimeSpan.TicksPerDay + second * TimeSpan.TicksPerSecond + tick));

    /// <summary>The beginning of a moment's day, second ….</summary>
    public static DateTime Floor(DateTime moment, long ticks) => moment.AddTicks(-(moment.Ticks % ticks));
}
