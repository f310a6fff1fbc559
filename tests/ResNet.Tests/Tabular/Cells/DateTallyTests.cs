using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class DateTallyTests
{
    [Theory]
    [InlineData(DateOrder.YearMonthDay, "2024-01-02", "2024-12-31T10:20", "2024/5/6")]
    [InlineData(DateOrder.DayMonthYear, "01/02/2024", "13/02/2024", "03.04.2024")]
    [InlineData(DateOrder.MonthDayYear, "01/02/2024", "02/13/2024")]
    public void One_cell_settles_the_order(object order, params string[] texts)
    {
        var tally = DateTally.Of(texts);

        tally.Settled().Should().Be((DateOrder)order);
        tally.Reading().Should().Be((DateOrders)(1 << (int)(DateOrder)order));
        tally.Read((DateOrder)order).Should().Be(texts.Length);
    }

    [Theory]
    [InlineData(DateOrders.None)]
    [InlineData(DateOrders.None, "2024-01-02", "no date")]
    [InlineData(DateOrders.None, "2024-01-02", "02/01/2024")]
    [InlineData(DateOrders.None, "13/01/2024", "01/13/2024")]
    [InlineData(DateOrders.DayMonthYear | DateOrders.MonthDayYear, "01/02/2024", "5/5/2024")]
    public void Else_it_is_none_or_anybodys_guess(object orders, params string[] texts)
    {
        var tally = DateTally.Of(texts);

        tally.Settled().Should().BeNull();
        tally.Reading().Should().Be((DateOrders)orders);
    }

    [Fact]
    public void Some_cells_may_be_no_dates()
    {
        var tally = new DateTally();
        tally.Add("01/02/2024", 94);
        tally.Add("13/02/2024");
        tally.Add("unknown", 5);

        tally.Cells.Should().Be(100);
        tally.Read(DateOrder.DayMonthYear).Should().Be(95);
        tally.Read(DateOrder.MonthDayYear).Should().Be(94);
        tally.Only(DateOrder.DayMonthYear).Should().Be(1);
        tally.Settled().Should().BeNull();
        tally.Settled(96).Should().BeNull();
        tally.Settled(95).Should().Be(DateOrder.DayMonthYear);
        tally.Settled(90).Should().Be(DateOrder.DayMonthYear);
        tally.Reading(90).Should().Be(DateOrders.DayMonthYear | DateOrders.MonthDayYear);
    }

    [Fact]
    public void Cells_that_contradict_each_other_settle_nothing()
    {
        var tally = new DateTally();
        tally.Add("01/02/2024", 50);
        tally.Add("13/02/2024", 49);
        tally.Add("02/13/2024");

        tally.Contradicts.Should().BeTrue();
        tally.Reading(95).Should().Be(DateOrders.DayMonthYear);
        tally.Settled(95).Should().BeNull();
    }

    [Theory]
    [InlineData(false, 0, "2024-01-02", "2024-01-02T10:20")]
    [InlineData(false, 2, "2024-01-02T10:20Z", "2024-01-02T10:20+02:00")]
    [InlineData(true, 1, "2024-01-02T10:20", "2024-01-02T10:20+02:00")]
    [InlineData(true, 1, "2024-01-02", "2024-01-02T10:20Z")]
    public void Offsets_are_all_or_none(bool mixes, int withOffset, params string[] texts)
    {
        var tally = DateTally.Of(texts);

        tally.MixesOffsets.Should().Be(mixes);
        tally.WithOffset.Should().Be(withOffset);
        tally.Settled().Should().Be(DateOrder.YearMonthDay);
    }
}
