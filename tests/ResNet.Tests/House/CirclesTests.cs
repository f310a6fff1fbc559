namespace ResNet.Tests.House;

public class CirclesTests
{
    [Fact]
    public void Arrows_that_all_point_down_have_no_circle() =>
        Circles.In([("A", "A/Inner"), ("A", "B"), ("A", "C"), ("B", "C"), ("A/Inner", "C")]).Should().BeEmpty();

    [Fact]
    public void A_circle_of_several_rooms_is_found_once() =>
        Circles.In([("A", "B"), ("B", "C"), ("C", "A"), ("C", "D"), ("E", "A")])
            .Should().ContainSingle().Which.Should().Equal("A", "B", "C", "A");

    [Fact]
    public void Two_circles_through_one_room_are_found() =>
        Circles.In([("A", "B"), ("B", "A"), ("B", "C"), ("C", "B")]).Select(HouseReport.Way)
            .Should().BeEquivalentTo("A → B → A", "B → C → B");

    [Fact]
    public void A_room_and_its_subroom_can_make_a_circle()
    {
        (string, string)[] arrows = [("A", "A/Inner"), ("A/Inner", "A"), ("A/Inner/Most", "A"), ("AB", "A")];
        Circles.In(arrows).Should().ContainSingle().Which.Should().Equal("A", "A/Inner", "A");
        Circles.ToParents(arrows).Should().Equal(("A/Inner", "A"), ("A/Inner/Most", "A"));
    }

    [Fact]
    public void Rooms_with_all_that_lies_in_them_can_make_a_circle_where_single_ones_do_not()
    {
        (string, string)[] arrows = [("A", "A/Inner"), ("A", "B"), ("B", "A/Inner")];
        Circles.In(arrows).Should().BeEmpty();
        Circles.In(Circles.OfTops(arrows)).Should().ContainSingle().Which.Should().Equal("A", "B", "A");
    }
}
