namespace ResNet.Tests.House;

/// <summary>What is said where a table is not exact.</summary>
public class HouseReportTests
{
    private const string Plan =
        """
        # A house

        | room | what is in it | imports |
        | --- | --- | --- |
        | `Upper` | what is above | `Upper/Inner`, `Lower` |
        | `Upper/Inner` | a part of it | nothing |
        | `Lower` | what is below | nothing |

        | package | what it is for | uses |
        | --- | --- | --- |
        | `Lower` | everything | nothing |
        | `Upper` | drawing | `Lower` |
        """;

    private static readonly string[] rooms = ["Lower", "Upper", "Upper/Inner"];

    private static readonly Reference upperUsesInner = new("Upper", "Upper/User.cs", 3, "Detail", "Upper/Inner");
    private static readonly Reference upperUsesLower = new("Upper", "Upper/User.cs", 4, "Part", "Lower");
    private static readonly Reference lowerUsesUpper = new("Lower", "Lower/Part.cs", 5, "User", "Upper");

    [Fact]
    public void An_exact_table_says_nothing() => Report(rooms, upperUsesInner, upperUsesLower).Should().BeEmpty();

    [Fact]
    public void An_import_that_the_table_lacks_is_shown_with_its_lines_and_the_row_that_would_have_it() =>
        Report(rooms, upperUsesInner, upperUsesLower, lowerUsesUpper, lowerUsesUpper with { Line = 7 }).Should().Equal(
            "Lower/Part.cs:5, 7 uses User of Upper; the table does not have Lower → Upper",
            "rows as they would have to be:",
            "| `Lower` | what is below | `Upper` |");

    [Fact]
    public void An_arrow_that_nothing_uses_any_more_is_shown() =>
        Report(rooms, upperUsesInner).Should().Equal(
            "the table has Upper → Lower, which nothing uses",
            "rows as they would have to be:",
            "| `Upper` | what is above | `Upper/Inner` |");

    [Fact]
    public void A_room_without_a_row_and_a_row_without_a_room_are_shown() =>
        Report(["Lower", "Upper", "New", ""], upperUsesLower).Should().Equal(
            "New has no row in the table",
            "the package's own folder has no row in the table",
            "the table has a row for Upper/Inner, which there is not",
            "the table has Upper → Upper/Inner, which nothing uses",
            "rows as they would have to be:",
            "| `Upper` | what is above | `Lower` |",
            "| `New` | … | nothing |",
            "| `` | … | nothing |");

    [Fact]
    public void A_reference_between_packages_that_the_table_lacks_is_shown()
    {
        const string Project = """<Project><ItemGroup><ProjectReference Include="..\{0}\{0}.csproj" /></ItemGroup></Project>""";
        (string, string)[] projects =
            [("Lower/Lower.csproj", Project.Replace("{0}", "Upper")), ("Upper/Upper.csproj", Project.Replace("{0}", "Lower"))];
        HouseReport.Of(HouseTable.OfPackages(Plan), Packages.In(projects), Packages.ReferencesIn(projects)).Should().Equal(
            "Lower/Lower.csproj:1 uses Upper.csproj of Upper; the table does not have Lower → Upper",
            "rows as they would have to be:",
            "| `Lower` | everything | `Upper` |");
    }

    [Fact]
    public void A_linked_file_lies_where_its_link_says() =>
        Packages.LinkedFilesIn("""<Project><ItemGroup><Compile Include="..\Shared\Part.cs" Link="Lower\Part.cs" /></ItemGroup></Project>""")
            .Should().Equal(("../Shared/Part.cs", "Lower/Part.cs"));

    [Fact]
    public void A_friend_among_packages_is_shown() =>
        Packages.FriendsIn(
            [
                ("Lower/Lower.csproj", "<InternalsVisibleTo Include=\"ResNet.Tests\" />\n<InternalsVisibleTo Include=\"Upper\" />"),
                ("Lower/Part.cs", "[assembly: InternalsVisibleTo(\"Upper\")]"),
            ])
            .Should().Equal("Lower/Lower.csproj:2 shows internals to Upper", "Lower/Part.cs:1 shows internals to Upper");

    [Fact]
    public void A_plan_without_a_table_or_with_a_row_twice_is_refused()
    {
        Action none = () => HouseTable.OfPackages(Plan.Replace("| package |", "| project |"));
        Action twice = () => HouseTable.OfRooms(Plan.Replace("| `Lower` |", "| `Upper` |"));
        none.Should().Throw<InvalidDataException>().WithMessage("*no table of package | what it is for | uses*");
        twice.Should().Throw<InvalidDataException>().WithMessage("*two rows of Upper*");
    }

    private static IReadOnlyList<string> Report(string[] rooms, params Reference[] references) =>
        HouseReport.Of(HouseTable.OfRooms(Plan), rooms, references);
}
