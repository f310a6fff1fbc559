namespace ResNet.Tests.House;

/// <summary>The rooms of the core package, its folders, import one another as docs/house.md says, and not otherwise.</summary>
public class HouseTests
{
    private static readonly HouseTable table = HouseTable.OfRooms(Repository.Plan);

    private static readonly Lazy<IReadOnlyList<Reference>> references = new(() => References.In(CompiledHouse.Core));

    [Fact]
    public void The_compiler_understands_every_line_so_that_nothing_goes_unseen() =>
        CompiledHouse.Core.Errors.InLines().Should().BeEmpty();

    [Fact]
    public void A_type_lives_in_one_room() => CompiledHouse.Core.SplitTypes.InLines().Should().BeEmpty();

    [Fact]
    public void Rooms_import_exactly_what_the_table_says() =>
        HouseReport.Of(table, CompiledHouse.Core.Rooms, references.Value).InLines().Should().BeEmpty();

    [Fact]
    public void No_room_imports_a_room_that_it_lies_in() =>
        HouseReport.Because(Circles.ToParents(table.Arrows), references.Value).InLines().Should().BeEmpty();

    [Fact]
    public void Imports_run_in_no_circle()
    {
        string[][] circles = [.. Circles.In(table.Arrows)];
        circles.Select(HouseReport.Way).Concat(HouseReport.Because(circles.SelectMany(Circles.ArrowsOf).Distinct(), references.Value))
            .InLines().Should().BeEmpty();
    }

    [Fact]
    public void Imports_of_rooms_with_all_that_lies_in_them_run_in_no_circle() =>
        Circles.In(Circles.OfTops(table.Arrows)).Select(HouseReport.Way).InLines().Should().BeEmpty();
}
